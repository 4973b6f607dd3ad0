package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.identity.staff.BuiltInRole;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.RegistrationFlaw;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountsAndRightsTest {
    private final IdentityWorld world = new IdentityWorld();

    private EnsureAccount.Result ensure(String email, String password) {
        return world.ensure()
                .execute(new EnsureAccount.Command(email, password, AccountKind.STAFF))
                .await()
                .indefinitely();
    }

    private ViewMe.Result viewMe(Actor actor) {
        return world.viewMe().execute(actor).await().indefinitely();
    }

    private ListAccounts.Result list(Actor actor) {
        AccountList.Query query =
                new AccountList.Query(new Page.Request(0, 25, true), List.of(), List.of());
        return new ListAccounts(new InMemoryAccountList(world.accounts))
                .execute(new ListAccounts.Command(actor, query))
                .await()
                .indefinitely();
    }

    @Test
    void the_first_admin_is_made_once_and_never_changed() {
        assertThat(ensure("root@example.org", "first password"))
                .isEqualTo(new EnsureAccount.Result.Created());
        assertThat(ensure("root@example.org", "other password"))
                .isEqualTo(new EnsureAccount.Result.Existed());
        assertThat(world.logIn("root@example.org", "first password"))
                .isInstanceOf(LogIn.Result.Known.class);
        assertThat(world.accounts.all())
                .singleElement()
                .extracting("kind")
                .isEqualTo(AccountKind.STAFF);
    }

    @Test
    void a_weak_admin_password_is_refused() {
        assertThat(ensure("root@example.org", "admin"))
                .isEqualTo(
                        new EnsureAccount.Result.Invalid(
                                Set.of(RegistrationFlaw.PASSWORD_TOO_SHORT)));
    }

    @Test
    void somebody_learns_who_he_is_and_what_he_may() {
        AccountId admin = made("root@example.org");
        var me = (ViewMe.Result.Me) viewMe(new Actor.Staff(admin, Set.of(Permission.USERS_READ)));
        assertThat(me.account().email()).hasValue("root@example.org");
        assertThat(me.permissions()).containsExactly(Permission.USERS_READ);
        assertThat(world.assignments.held(admin))
                .singleElement()
                .extracting("role", "expiresAt")
                .containsExactly(BuiltInRole.SUPER_ADMIN.code(), Optional.empty());
    }

    @Test
    void nobody_is_nobody() {
        ViewMe.Result nobody = new ViewMe.Result.NoAccount();
        assertThat(viewMe(new Actor.Guest())).isEqualTo(nobody);
        assertThat(viewMe(new Actor.Customer(new AccountId(UUID.randomUUID())))).isEqualTo(nobody);
    }

    @Test
    void only_staff_with_the_permission_see_the_list() {
        AccountId admin = made("root@example.org");
        ListAccounts.Result forbidden = new ListAccounts.Result.Forbidden();
        assertThat(list(new Actor.Guest())).isEqualTo(forbidden);
        assertThat(list(new Actor.Customer(admin))).isEqualTo(forbidden);
        assertThat(list(new Actor.Staff(admin, Set.of(Permission.LEDGER_READ))))
                .isEqualTo(forbidden);
        assertThat(list(new Actor.Staff(admin, Set.of(Permission.USERS_READ))))
                .isInstanceOf(ListAccounts.Result.Listed.class);
    }

    private AccountId made(String email) {
        assertThat(ensure(email, "first password")).isEqualTo(new EnsureAccount.Result.Created());
        return world.accounts.all().getFirst().id();
    }
}
