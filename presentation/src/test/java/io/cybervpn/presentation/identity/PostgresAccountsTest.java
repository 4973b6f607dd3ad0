package io.cybervpn.presentation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.AccountsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.cybervpn.domain.identity.repository.Accounts;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostgresAccountsTest extends AccountsContract {
    @Inject Accounts accounts;
    @Inject UnitOfWork unitOfWork;

    /** No one fails on the index: who came late is told that the address is taken. */
    @Test
    void of_registrations_and_changes_to_one_address_at_once_one_wins() {
        for (int round = 0; round < 10; round++) {
            Email wanted = new Email(UUID.randomUUID() + "@example.org");
            AccountId anna = stored();
            AccountId boris = stored();
            Account fresh = account(wanted);
            List<Supplier<Uni<Boolean>>> wishes =
                    List.of(
                            () -> accounts.add(fresh),
                            () -> accounts.changeEmail(anna, wanted),
                            () -> accounts.add(account(wanted)),
                            () -> accounts.changeEmail(boris, wanted));
            List<Boolean> granted =
                    wishes.stream()
                            .map(wish -> unitOfWork.run(wish).subscribeAsCompletionStage())
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
            assertThat(granted).containsOnlyOnce(true).hasSize(4);
        }
    }

    private AccountId stored() {
        Account account = account(new Email(UUID.randomUUID() + "@example.org"));
        assertThat(unitOfWork.run(() -> accounts.add(account)).await().indefinitely()).isTrue();
        return account.id();
    }

    private static Account account(Email email) {
        return new Account(
                new AccountId(UUID.randomUUID()),
                Optional.of(email),
                Optional.empty(),
                AccountKind.CUSTOMER,
                AccountStatus.ACTIVE,
                LanguageTag.ENGLISH,
                Instant.parse("2026-01-31T10:00:00Z"));
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
