"""What the app talks about: frozen dataclasses and pure rules, standard library only."""
