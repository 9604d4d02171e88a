"""Where a secret may go without TLS."""

from ipaddress import ip_address


def is_this_machine(host: str) -> bool:
    """Whether a host is the machine itself.

    >>> is_this_machine("127.0.0.1"), is_this_machine("mail.example.com")
    (True, False)
    """
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
