package io.cybervpn.domain.catalogue.repository;

/** What became of a write. */
public enum Written {
    /** It is stored. */
    STORED,
    /** Another one has the code; nothing changed. */
    CODE_TAKEN
}
