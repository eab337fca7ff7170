"""What a machine can check about the content folder, one module per kind of mistake."""
