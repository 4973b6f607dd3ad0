package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.audit.InMemoryAudit;
import io.cybervpn.application.identity.port.StaffGrants;
import io.cybervpn.application.identity.staff.ChangeAssignment;
import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.application.identity.staff.StaffRefusal;
import io.cybervpn.application.identity.staff.TestAssignments;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Invitation;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstSuperAdminTest {
    private static final RoleCode SUPER_ADMIN = new RoleCode("super_admin");

    private final IdentityWorld world = new IdentityWorld();
    private final InMemoryAudit audit = new InMemoryAudit(world.unitOfWork);
    private final InMemoryInvitations invitations = new InMemoryInvitations(world.unitOfWork);
    private final Rights rights =
            TestAssignments.rights(
                    world.unitOfWork,
                    new InMemoryRoles(world.unitOfWork),
                    new NoGrants(),
                    audit,
                    world.clock);
    private final ChangeAssignment changeAssignment =
            TestAssignments.change(rights, world.accounts, world.assignments);

    private static final class NoGrants implements StaffGrants {
        @Override
        public Uni<Held> of(AccountId account) {
            return Uni.createFrom().item(new Held(Set.of(), Set.of()));
        }

        @Override
        public Uni<Void> forget() {
            return Uni.createFrom().voidItem();
        }
    }

    private Optional<String> offered() {
        return new OfferSetup(rights, world.assignments, invitations, world.secrets())
                .execute()
                .await()
                .indefinitely();
    }

    private AcceptInvitation.Result setUp(String secret, String email) {
        return world.accept(rights, invitations)
                .execute(
                        new AcceptInvitation.Command(
                                secret, Optional.of(email), IdentityWorld.PASSWORD, "192.0.2.1"))
                .await()
                .indefinitely();
    }

    private AccountId first() {
        return switch (setUp(offered().orElseThrow(), "root@example.org")) {
            case AcceptInvitation.Result.Accepted(var account) -> account.id();
            case AcceptInvitation.Result.WorthNothing _,
                    AcceptInvitation.Result.Invalid _,
                    AcceptInvitation.Result.EmailTaken _,
                    AcceptInvitation.Result.TooMany _ ->
                    throw new AssertionError("not set up");
        };
    }

    @Test
    void the_setup_token_makes_one_super_admin_and_no_second() {
        String secret = offered().orElseThrow();
        assertThat(setUp(secret, "root@example.org"))
                .isInstanceOf(AcceptInvitation.Result.Accepted.class);
        assertThat(setUp(secret, "thief@example.org"))
                .isEqualTo(new AcceptInvitation.Result.WorthNothing());
        assertThat(offered()).isEmpty();
        assertThat(world.assignments.held(world.accounts.all().getFirst().id()))
                .singleElement()
                .extracting("role")
                .isEqualTo(SUPER_ADMIN);
        assertThat(world.logIn("root@example.org", IdentityWorld.PASSWORD))
                .isInstanceOf(LogIn.Result.Known.class);
        assertThat(audit.actions()).containsExactly("staff.join");
    }

    @Test
    void only_the_newest_token_counts_and_it_ends() {
        String old = offered().orElseThrow();
        String newest = offered().orElseThrow();
        assertThat(setUp(old, "root@example.org"))
                .isEqualTo(new AcceptInvitation.Result.WorthNothing());
        world.clock.advance(Invitation.LIFE);
        assertThat(setUp(newest, "root@example.org"))
                .isEqualTo(new AcceptInvitation.Result.WorthNothing());
    }

    @Test
    void the_last_super_admin_stays_and_stays_for_good() {
        AccountId root = first();
        Actor actor =
                new Actor.Staff(
                        root, Set.of(Permission.values()), Optional.of(world.clock.instant()));
        Instant tomorrow = world.clock.instant().plusSeconds(86_400);
        ChangeAssignment.Result refused =
                new ChangeAssignment.Result.Refused(StaffRefusal.LAST_SUPER_ADMIN);
        assertThat(run(new ChangeAssignment.Command.Withdraw(actor, root, SUPER_ADMIN)))
                .isEqualTo(refused);
        assertThat(
                        run(
                                new ChangeAssignment.Command.Assign(
                                        actor, root, SUPER_ADMIN, Optional.of(tomorrow))))
                .isEqualTo(refused);
        assertThat(world.assignments.held(root).getFirst().expiresAt()).isEmpty();
    }

    private ChangeAssignment.Result run(ChangeAssignment.Command command) {
        return changeAssignment.execute(command).await().indefinitely();
    }
}
