package io.cybervpn.domain.proof.model;

/**
 * Something that is not as it must be.
 *
 * @param check the rule that is broken, such as {@code paid-order-not-extended}
 * @param subject what breaks it: an id, a key or a provider's reference
 * @param detail what was found, for staff; no secret, nothing personal
 */
public record Finding(String check, String subject, String detail) {}
