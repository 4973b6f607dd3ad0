package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
public abstract class AccountsContract {
    protected abstract Accounts accounts();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    @Test
    void a_stored_account_is_found_as_it_was() {
        Account account =
                Fixtures.account(
                        Fixtures.freshName() + "@example.org", AccountStatus.BLOCKED, Fixtures.NOW);
        assertThat(inTransaction(() -> accounts().add(account))).isTrue();
        assertThat(inTransaction(() -> accounts().find(account.id()))).contains(account);
        assertThat(inTransaction(() -> accounts().findByEmail(emailOf(account)))).contains(account);
    }

    @Test
    void an_email_has_one_account_and_the_refusal_harms_nothing() {
        String email = Fixtures.freshName() + "@example.org";
        Account first = Fixtures.account(email);
        Account second = Fixtures.account(email);
        assertThat(inTransaction(() -> accounts().add(first))).isTrue();
        boolean added =
                inTransaction(
                        () ->
                                accounts()
                                        .add(second)
                                        .call(() -> accounts().findByEmail(emailOf(second))));
        assertThat(added).isFalse();
        assertThat(inTransaction(() -> accounts().findByEmail(emailOf(first)))).contains(first);
    }

    @Test
    void many_accounts_have_no_email_and_no_password() {
        Account one = Fixtures.nameless();
        Account other = Fixtures.nameless();
        assertThat(inTransaction(() -> accounts().add(one))).isTrue();
        assertThat(inTransaction(() -> accounts().add(other))).isTrue();
        assertThat(inTransaction(() -> accounts().find(one.id()))).contains(one);
        assertThat(one.hasPassword()).isFalse();
    }

    @Test
    void a_changed_account_is_found_as_it_is_now() {
        Account account = stored();
        Account changed = account.withPasswordHash("another hash");
        inTransaction(() -> accounts().lock(account.id()).call(() -> accounts().save(changed)));
        assertThat(inTransaction(() -> accounts().lock(account.id()))).contains(changed);
        assertThat(inTransaction(() -> accounts().lock(Fixtures.nameless().id()))).isEmpty();
    }

    @Test
    void an_email_is_changed_only_to_one_that_nobody_has() {
        Account account = stored();
        Account other = stored();
        Email free = Email.parse(Fixtures.freshName() + "@example.org").orElseThrow();
        assertThat(inTransaction(() -> accounts().changeEmail(account.id(), emailOf(other))))
                .isFalse();
        assertThat(inTransaction(() -> accounts().changeEmail(account.id(), free))).isTrue();
        assertThat(inTransaction(() -> accounts().findByEmail(free)))
                .contains(account.withEmail(free));
        assertThat(inTransaction(() -> accounts().findByEmail(emailOf(account)))).isEmpty();
    }

    private Account stored() {
        Account account = Fixtures.account(Fixtures.freshName() + "@example.org");
        assertThat(inTransaction(() -> accounts().add(account))).isTrue();
        return account;
    }

    private static Email emailOf(Account account) {
        return account.email().orElseThrow();
    }

    @Test
    void what_is_not_there_is_empty() {
        Email nobody = Email.parse(Fixtures.freshName() + "@example.org").orElseThrow();
        assertThat(inTransaction(() -> accounts().findByEmail(nobody))).isEmpty();
        assertThat(inTransaction(() -> accounts().find(new AccountId(UUID.randomUUID()))))
                .isEmpty();
    }
}
