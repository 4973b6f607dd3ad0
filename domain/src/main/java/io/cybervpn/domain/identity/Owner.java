package io.cybervpn.domain.identity;

/** Whose is what an account brings, now. */
public sealed interface Owner {
    /** This account's: itself, or the one that it became part of. */
    record Of(AccountId account) implements Owner {}

    /** Nobody's: its owner is forgotten. */
    record Nobody() implements Owner {}
}
