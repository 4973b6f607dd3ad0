package io.cybervpn.infrastructure.payment;

import java.util.Optional;

/** Secrets that staff replaced a short while ago, by which pushes are still believed. */
@FunctionalInterface
public interface FormerSecrets {
    /** The former one, as long as it is accepted; as of the latest look. */
    Optional<String> former(String provider, String field);
}
