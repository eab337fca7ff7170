"""AYA Companion: plain-language help for young people with ALL, kept on their own device."""

__version__ = "0.1.0"
