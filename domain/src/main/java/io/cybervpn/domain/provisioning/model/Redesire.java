package io.cybervpn.domain.provisioning.model;

/** What a wish changes. */
public sealed interface Redesire {
    /** Nothing: it was wanted already. */
    record Unchanged() implements Redesire {}

    /** It is wanted from now on. */
    record Changed(Access.Pending access) implements Redesire {}
}
