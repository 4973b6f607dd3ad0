package io.cybervpn.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.model.Grant;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.ledger.repository.Wallets.Lapse;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store of wallets does. */
public abstract class WalletsContract {
    private static final Instant NOW = Instant.parse("2020-01-31T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    protected final AccountId owner = new AccountId(UUID.randomUUID());

    protected abstract Ledger ledger();

    protected abstract Wallets wallets();

    protected abstract UnitOfWork unitOfWork();

    protected final <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    /** Nothing is left that a lapse of another test could find. */
    @AfterEach
    void take_what_is_left() {
        inTransaction(() -> wallets().lapse(NOW.plus(Duration.ofDays(9)), 1000))
                .forEach(lapse -> book(WalletBookings.lapsed(lapse.owner(), lapse.lost())));
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private void book(List<Posting> postings) {
        LedgerTransactionId id = new LedgerTransactionId(UUID.randomUUID());
        inTransaction(
                () ->
                        ledger().append(
                                        new LedgerTransaction(
                                                id,
                                                "contract:" + id.value(),
                                                LedgerTransaction.Kind.WALLET_CREDITED,
                                                NOW,
                                                postings)));
    }

    private void pay(long units) {
        book(
                List.of(
                        Posting.debit(new LedgerAccount.Adjustments(), rub(units)),
                        Posting.credit(new LedgerAccount.CustomerWallet(owner), rub(units))));
    }

    private Grant give(long units, Instant lapsesAt) {
        Grant grant = new Grant(new GrantId(UUID.randomUUID()), rub(units), Optional.of(lapsesAt));
        inTransaction(() -> wallets().add(owner, grant, NOW.minusSeconds(1)));
        book(WalletBookings.granted(owner, rub(units)));
        return grant;
    }

    private Wallet wallet() {
        return inTransaction(() -> wallets().lock(owner, Asset.RUB));
    }

    @Test
    void who_never_had_anything_has_an_empty_wallet() {
        assertThat(wallet()).isEqualTo(new Wallet(owner, rub(0), List.of()));
        assertThat(inTransaction(() -> wallets().lockAll(owner))).isEmpty();
    }

    @Test
    void a_wallet_is_what_was_booked_and_what_was_given() {
        pay(100);
        Grant grant = give(30, LATER);

        assertThat(wallet()).isEqualTo(new Wallet(owner, rub(100), List.of(grant)));
        assertThat(inTransaction(() -> wallets().lockAll(owner))).containsExactly(wallet());
    }

    @Test
    void what_is_taken_from_grants_is_gone_and_can_be_put_back() {
        Grant first = give(30, LATER);
        Grant second = give(50, LATER);
        Draw draw =
                new Draw(
                        rub(0),
                        List.of(
                                new Draw.Use(first.id(), rub(30)),
                                new Draw.Use(second.id(), rub(20))));

        inTransaction(() -> wallets().take(draw));
        assertThat(wallet().grants())
                .containsExactly(new Grant(second.id(), rub(30), Optional.of(LATER)));
        inTransaction(() -> wallets().putBack(draw));
        assertThat(wallet().grants()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_grant_lapses_once_for_each_time_that_something_is_in_it() {
        Grant grant = give(30, LATER);
        Draw part = new Draw(rub(0), List.of(new Draw.Use(grant.id(), rub(10))));
        inTransaction(() -> wallets().take(part));

        assertThat(lapses(LATER.minusSeconds(1))).isEmpty();
        assertThat(lapses(LATER)).containsExactly(new Lapse(grant.id(), 1, owner, rub(20)));
        book(WalletBookings.lapsed(owner, rub(20)));
        assertThat(lapses(LATER)).isEmpty();
        inTransaction(() -> wallets().putBack(part));
        assertThat(lapses(LATER)).containsExactly(new Lapse(grant.id(), 2, owner, rub(10)));
        book(WalletBookings.lapsed(owner, rub(10)));
    }

    private List<Lapse> lapses(Instant now) {
        return inTransaction(() -> wallets().lapse(now, 1000)).stream()
                .filter(lapse -> lapse.owner().equals(owner))
                .toList();
    }

    @Test
    void grants_go_with_their_owner() {
        Grant grant = give(30, LATER);
        AccountId other = new AccountId(UUID.randomUUID());
        inTransaction(() -> wallets().reown(owner, other));

        assertThat(wallet().grants()).isEmpty();
        assertThat(inTransaction(() -> wallets().lock(other, Asset.RUB)).grants())
                .containsExactly(grant);
        inTransaction(() -> wallets().reown(other, owner));
    }
}
