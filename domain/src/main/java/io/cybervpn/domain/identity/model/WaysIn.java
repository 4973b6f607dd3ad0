package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.IdentityId;
import java.util.List;
import java.util.Optional;

/**
 * All ways into one account.
 *
 * @param password whether he can come in with e-mail and password
 */
public record WaysIn(boolean password, List<LinkedIdentity> identities) {
    /** Copies the list. */
    public WaysIn {
        identities = List.copyOf(identities);
    }

    /** What becomes of the wish to close one of them. */
    public sealed interface Unlinking {
        /** It may be closed. */
        record Unlinked(LinkedIdentity identity) implements Unlinking {}

        /** Nobody could come in any more. */
        record LastWayIn() implements Unlinking {}

        /** It is none of them. */
        record NotLinked() implements Unlinking {}
    }

    /** What becomes of the wish to open another. */
    public sealed interface Linking {
        /** It may be opened. */
        record Free() implements Linking {}

        /** It is open already. */
        record There(LinkedIdentity identity) implements Linking {}

        /** He is somebody else at that provider; that one must be unlinked first. */
        record OtherOfProvider() implements Linking {}
    }

    /** Decides about closing. Pure. */
    public Unlinking unlink(IdentityId id) {
        Optional<LinkedIdentity> found =
                identities.stream().filter(identity -> identity.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return new Unlinking.NotLinked();
        }
        return password || identities.size() > 1
                ? new Unlinking.Unlinked(found.get())
                : new Unlinking.LastWayIn();
    }

    /** Decides about opening one that nobody else has. Pure. */
    public Linking link(ExternalId external) {
        Optional<LinkedIdentity> sameProvider =
                identities.stream()
                        .filter(own -> own.external().provider().equals(external.provider()))
                        .findFirst();
        return sameProvider.map(own -> against(own, external)).orElseGet(Linking.Free::new);
    }

    private static Linking against(LinkedIdentity own, ExternalId external) {
        return own.external().equals(external)
                ? new Linking.There(own)
                : new Linking.OtherOfProvider();
    }
}
