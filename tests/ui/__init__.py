"""The screens, drawn without a display: what is on them, what can be tapped, where it leads."""
