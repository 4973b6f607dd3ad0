package io.cybervpn.application.identity;

/** What becomes of linking a known person to one's own account. The same for each provider. */
public sealed interface Linking {
    /** He is linked, by this or before. */
    record Linked(IdentityView identity) implements Linking {}

    /** He has another account here. */
    record Elsewhere() implements Linking {}

    /** The account is linked with another person of that provider. */
    record Occupied() implements Linking {}

    /** The owner has not shown lately that it is he. */
    record StepUpNeeded() implements Linking {}

    /** The account is gone or may not log in. */
    record NoAccount() implements Linking {}
}
