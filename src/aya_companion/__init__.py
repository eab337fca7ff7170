"""AYA Companion: plain-language help for young people with ALL, kept on their own device.

An application, not a library: it reads ``content/``, ``locales/`` and ``assets/`` beside its source, so it
is started by ``main.py`` in the project's folder, or packed with them (docs/hosting.md).
"""

__version__ = "0.1.0"
