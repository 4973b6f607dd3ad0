package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.application.identity.staff.RoleView;
import io.cybervpn.application.identity.staff.StaffRefusal;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.Invitation;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Invitations;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Invites somebody to the staff, with roles that the actor holds himself. Needs {@link
 * Permission#STAFF_WRITE}. He comes by {@link AcceptInvitation}; until then he has no account.
 */
@Singleton
public final class InviteStaff {
    private final Rights rights;
    private final Accounts accounts;
    private final Invitations invitations;
    private final RefreshSecrets secrets;

    @Inject
    InviteStaff(Rights rights, Accounts accounts, Invitations invitations, RefreshSecrets secrets) {
        this.rights = rights;
        this.accounts = accounts;
        this.invitations = invitations;
        this.secrets = secrets;
    }

    /** Who invites whom as what. */
    public record Command(Actor actor, String email, Set<RoleCode> roles) {
        /** Copies the set. */
        public Command {
            roles = Set.copyOf(roles);
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /**
         * The secret that makes him one of the staff; it is nowhere else and not shown again.
         *
         * @param secret good once, until {@code expiresAt}
         */
        record Invited(String secret, Instant expiresAt) implements Result {
            @Override
            public String toString() {
                return "Invited[hidden]";
            }
        }

        /** Not an e-mail address. */
        record BadEmail() implements Result {}

        /** Nothing changed. */
        record Refused(StaffRefusal why) implements Result {}
    }

    /** Invites. The second time the first secret is worth nothing any more. */
    public Uni<Result> execute(Command command) {
        Optional<StaffRefusal> refusal = rights.refusal(command.actor(), Permission.STAFF_WRITE);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return Email.parse(command.email())
                .map(email -> rights.read(() -> check(email, command)))
                .orElseGet(() -> Uni.createFrom().item(new Result.BadEmail()));
    }

    private Uni<Result> check(Email email, Command command) {
        return accounts.findByEmail(email)
                .chain(
                        taken ->
                                taken.isPresent()
                                        ? refuse(StaffRefusal.EMAIL_TAKEN)
                                        : checkRoles(email, command));
    }

    private Uni<Result> checkRoles(Email email, Command command) {
        return rights.findAll(command.roles()).chain(found -> checkRoles(found, email, command));
    }

    private Uni<Result> checkRoles(List<RoleView> found, Email email, Command command) {
        if (found.size() < command.roles().size()) {
            return refuse(StaffRefusal.NO_SUCH_ROLE);
        }
        return found.stream().allMatch(r -> Rights.covers(command.actor(), r.permissions()))
                ? invite(email, command)
                : refuse(StaffRefusal.BEYOND_OWN_RIGHTS);
    }

    private Uni<Result> invite(Email email, Command command) {
        String secret = secrets.next();
        Invitation invitation =
                new Invitation(
                        TokenDesk.hash(secret),
                        Optional.of(email),
                        command.roles(),
                        command.actor().account(),
                        rights.now());
        return invitations
                .put(invitation)
                .chain(() -> rights.record(entry(command, invitation)))
                .replaceWith(new Result.Invited(secret, invitation.expiresAt()));
    }

    /** Named by its hash, which is as good as a number; the e-mail is one of the changes. */
    private static AuditTrail.Entry entry(Command command, Invitation invitation) {
        List<String> roles = command.roles().stream().map(RoleCode::value).sorted().toList();
        String email = invitation.email().map(Email::value).orElse("");
        return AuditTrail.Entry.of(
                        command.actor(), "staff.invite", "invitation", invitation.hash().hex())
                .with(Changes.created(Map.of("email", masked(email), "roles", roles)));
    }

    private static Uni<Result> refuse(StaffRefusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }

    /** Rows of the audit trail outlive the person: enough to be known again, not to be found by. */
    private static String masked(String email) {
        return email.replaceFirst("(?<=^.).*(?=@)", "***");
    }
}
