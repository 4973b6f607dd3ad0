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
        assertThat(inTransaction(() -> accounts().findByEmail(account.email()))).contains(account);
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
                                        .call(() -> accounts().findByEmail(second.email())));
        assertThat(added).isFalse();
        assertThat(inTransaction(() -> accounts().findByEmail(first.email()))).contains(first);
    }

    @Test
    void what_is_not_there_is_empty() {
        Email nobody = Email.parse(Fixtures.freshName() + "@example.org").orElseThrow();
        assertThat(inTransaction(() -> accounts().findByEmail(nobody))).isEmpty();
        assertThat(inTransaction(() -> accounts().find(new AccountId(UUID.randomUUID()))))
                .isEmpty();
    }
}
