package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.identity.staff.BuiltInRole;
import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.domain.identity.model.Invitation;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.Invitations;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the secret by which the first super_admin makes himself, in a shop that nobody runs yet.
 * Only for the start of the shop: whoever reads its log is its owner.
 */
@Singleton
public final class OfferSetup {
    private final Rights rights;
    private final Assignments assignments;
    private final Invitations invitations;
    private final RefreshSecrets secrets;

    @Inject
    OfferSetup(
            Rights rights,
            Assignments assignments,
            Invitations invitations,
            RefreshSecrets secrets) {
        this.rights = rights;
        this.assignments = assignments;
        this.invitations = invitations;
        this.secrets = secrets;
    }

    /** The secret, good for three days; only the newest one counts. Empty in a shop that is run. */
    public Uni<Optional<String>> execute() {
        return rights.read(
                () ->
                        assignments
                                .takeTurn()
                                .chain(() -> assignments.anyOf(BuiltInRole.SUPER_ADMIN.code()))
                                .chain(isRun -> isRun ? nothing() : offer()));
    }

    private Uni<Optional<String>> offer() {
        String secret = secrets.next();
        Invitation invitation =
                new Invitation(
                        TokenDesk.hash(secret),
                        Optional.empty(),
                        Set.of(BuiltInRole.SUPER_ADMIN.code()),
                        Optional.empty(),
                        rights.now());
        return invitations.put(invitation).replaceWith(Optional.of(secret));
    }

    private static Uni<Optional<String>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
