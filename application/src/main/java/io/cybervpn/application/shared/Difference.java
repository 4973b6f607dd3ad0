package io.cybervpn.application.shared;

/**
 * Something that is not as it must be, found where two sides that must agree were compared.
 *
 * @param check the rule that is broken, such as {@code transaction-not-balanced}
 * @param subject what breaks it: an id, a key, an asset or a foreign reference
 * @param detail what was found, for staff; no secret, nothing personal
 */
public record Difference(String check, String subject, String detail) {}
