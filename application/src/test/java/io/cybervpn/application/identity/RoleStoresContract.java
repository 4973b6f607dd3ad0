package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.Invitation;
import io.cybervpn.domain.identity.model.Role;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.Invitations;
import io.cybervpn.domain.identity.repository.Roles;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of roles, assignments and invitations does. */
public abstract class RoleStoresContract {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    private final RoleCode code =
            new RoleCode("r" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));

    protected abstract Roles roles();

    protected abstract Assignments assignments();

    protected abstract Invitations invitations();

    protected abstract Accounts accounts();

    protected abstract UnitOfWork unitOfWork();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private AccountId stored(Account account) {
        assertThat(run(() -> accounts().add(account))).isTrue();
        return account.id();
    }

    @Test
    void a_role_is_added_once_edited_and_removed() {
        Role role = Role.create(code, "Night shift", Set.of("users:read", "payments:read"), NOW);
        assertThat(run(() -> roles().add(role))).isTrue();
        assertThat(run(() -> roles().add(Role.create(code, "Another", Set.of(), NOW)))).isFalse();
        assertThat(run(() -> roles().find(code))).contains(role);
        assertThat(run(() -> roles().all())).contains(role);
        Role edited = role.edit("Day shift", Set.of("users:read"), NOW.plusSeconds(1));
        run(() -> roles().lock(code).chain(_ -> roles().save(edited)));
        assertThat(run(() -> roles().find(code))).contains(edited);
        run(() -> roles().remove(code));
        assertThat(run(() -> roles().lock(code))).isEmpty();
    }

    @Test
    void an_assignment_replaces_one_of_the_same_role_and_is_taken_away() {
        AccountId who = stored(Fixtures.staff());
        Assignment first = assignment(who, Optional.of(NOW.plusSeconds(60)));
        Assignment second = assignment(who, Optional.empty());
        run(() -> assignments().takeTurn().chain(() -> assignments().put(first)));
        run(() -> assignments().put(second));
        assertThat(run(() -> assignments().of(who))).containsExactly(second);
        assertThat(run(() -> assignments().anyOf(code))).isTrue();
        run(() -> assignments().remove(who, code));
        run(() -> assignments().remove(who, code));
        assertThat(run(() -> assignments().of(who))).isEmpty();
        assertThat(run(() -> assignments().anyOf(code))).isFalse();
    }

    @Test
    void the_last_one_is_who_has_a_role_for_good_and_may_log_in() {
        AccountId first = stored(Fixtures.staff());
        AccountId second = stored(Fixtures.staff());
        run(() -> assignments().put(assignment(first, Optional.empty())));
        assertThat(run(() -> assignments().lastsWithout(first, code))).isFalse();
        run(() -> assignments().put(assignment(second, Optional.of(NOW.plusSeconds(60)))));
        assertThat(run(() -> assignments().lastsWithout(first, code))).isFalse();
        run(() -> assignments().put(assignment(second, Optional.empty())));
        assertThat(run(() -> assignments().lastsWithout(first, code))).isTrue();
    }

    private Assignment assignment(AccountId who, Optional<Instant> expiresAt) {
        return new Assignment(who, code, NOW, expiresAt, Optional.empty());
    }

    @Test
    void an_invitation_replaces_that_of_the_same_address_and_is_taken_once() {
        Optional<Email> address = Optional.of(new Email(UUID.randomUUID() + "@example.org"));
        Invitation first = invitation(address);
        Invitation second = invitation(address);
        run(() -> invitations().put(first));
        run(() -> invitations().put(second));
        assertThat(run(() -> invitations().find(first.hash()))).isEmpty();
        assertThat(run(() -> invitations().find(second.hash()))).contains(second);
        assertThat(run(() -> invitations().take(second.hash()))).isTrue();
        assertThat(run(() -> invitations().take(second.hash()))).isFalse();
    }

    private Invitation invitation(Optional<Email> address) {
        return new Invitation(
                TokenHashes.of(UUID.randomUUID().toString()),
                address,
                Set.of(code),
                Optional.empty(),
                NOW);
    }
}
