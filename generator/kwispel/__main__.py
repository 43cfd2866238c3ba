"""Run kwispel as `python -m kwispel`."""

from kwispel.cli import main

if __name__ == "__main__":
    main()
