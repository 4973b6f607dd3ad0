package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of passkeys does. */
public abstract class PasskeysContract {
    protected abstract Passkeys passkeys();

    protected abstract Accounts accounts();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private AccountId owner() {
        Account account = Fixtures.nameless();
        assertThat(inTransaction(() -> accounts().add(account))).isTrue();
        return account.id();
    }

    private static Passkey passkey(AccountId owner, int secondsLater) {
        return new Passkey(
                new PasskeyId(UUID.randomUUID()),
                owner,
                new Passkey.Credential(Fixtures.freshName(), "key"),
                new Passkey.Counter(7, true, false),
                "Телефон 📱",
                Fixtures.NOW.plus(Duration.ofSeconds(secondsLater)),
                Optional.empty());
    }

    @Test
    void a_stored_one_is_found_by_its_credential_and_by_its_owner_the_oldest_first() {
        AccountId owner = owner();
        Passkey younger = passkey(owner, 2);
        Passkey older = passkey(owner, 1);
        assertThat(inTransaction(() -> passkeys().add(younger))).isTrue();
        assertThat(inTransaction(() -> passkeys().add(older))).isTrue();
        Passkey strangers = passkey(owner(), 0);
        assertThat(inTransaction(() -> passkeys().add(strangers))).isTrue();
        assertThat(inTransaction(() -> passkeys().of(owner))).containsExactly(older, younger);
        assertThat(inTransaction(() -> passkeys().lock(older.credential().id()))).contains(older);
        assertThat(inTransaction(() -> passkeys().lock("nobody's"))).isEmpty();
    }

    @Test
    void a_credential_is_stored_once_whosever_it_is_and_the_refusal_harms_nothing() {
        AccountId owner = owner();
        Passkey first = passkey(owner, 0);
        Passkey other = passkey(owner(), 0);
        Passkey same =
                new Passkey(
                        other.id(),
                        other.account(),
                        first.credential(),
                        other.counter(),
                        other.name(),
                        other.createdAt(),
                        Optional.empty());
        assertThat(inTransaction(() -> passkeys().add(first))).isTrue();
        boolean added = inTransaction(() -> passkeys().add(same).call(() -> passkeys().of(owner)));
        assertThat(added).isFalse();
        assertThat(inTransaction(() -> passkeys().of(owner))).containsExactly(first);
    }

    @Test
    void name_counter_and_last_use_change() {
        AccountId owner = owner();
        Passkey passkey = passkey(owner, 0);
        assertThat(inTransaction(() -> passkeys().add(passkey))).isTrue();
        Passkey used =
                ((Passkey.Use.Good) passkey.named("Phone").use(8, true, Fixtures.NOW)).used();
        inTransaction(() -> passkeys().save(used));
        assertThat(inTransaction(() -> passkeys().of(owner))).containsExactly(used);
    }

    @Test
    void a_removed_one_is_gone_and_only_that() {
        AccountId owner = owner();
        Passkey gone = passkey(owner, 0);
        Passkey kept = passkey(owner, 1);
        assertThat(inTransaction(() -> passkeys().add(gone))).isTrue();
        assertThat(inTransaction(() -> passkeys().add(kept))).isTrue();
        inTransaction(() -> passkeys().remove(gone.id()));
        inTransaction(() -> passkeys().remove(gone.id()));
        assertThat(inTransaction(() -> passkeys().of(owner))).containsExactly(kept);
    }
}
