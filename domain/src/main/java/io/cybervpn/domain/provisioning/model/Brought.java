package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.AccessGranted;

/** What a successful call of the panel means. */
public sealed interface Brought {
    /** The panel satisfies this generation for the first time. */
    record Granted(Access.Ready access, AccessGranted event) implements Brought {}

    /** The panel satisfies what it had satisfied before. */
    record Confirmed(Access.Ready access) implements Brought {}

    /** Something newer is wanted, or was brought meanwhile: bring again. */
    record Behind(Access.Pending access) implements Brought {}
}
