package io.cybervpn.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.ledger.port.LedgerProof;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Posting, booking back, listing, proving (R94). */
class BookingTest {
    private static final AccountId BUYER = new AccountId(new UUID(0, 1));
    private static final LedgerAccount WALLET = new LedgerAccount.CustomerWallet(BUYER);
    private static final Actor STAFF =
            new Actor.Staff(new AccountId(new UUID(0, 2)), Set.of(Permission.LEDGER_READ));

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryLedger ledger = new InMemoryLedger(unitOfWork);
    private final MovableClock clock = new MovableClock();
    private final FixedIds ids = new FixedIds();
    private final PostTransaction postTransaction =
            new PostTransaction(unitOfWork, ledger, ids, clock);
    private final ReverseTransaction reverseTransaction =
            new ReverseTransaction(unitOfWork, ledger, ids, clock);

    @Test
    void a_business_event_is_booked_once() {
        assertThat(post("order-settled:1", 500)).isInstanceOf(PostTransaction.Result.Posted.class);
        assertThat(post("order-settled:1", 500))
                .isEqualTo(new PostTransaction.Result.AlreadyPosted());

        assertThat(ledger.balanceOf(WALLET, Asset.RUB)).isEqualTo(500);
    }

    @Test
    void the_same_event_with_other_postings_is_our_bug() {
        assertThat(post("order-settled:1", 500)).isInstanceOf(PostTransaction.Result.Posted.class);

        assertThatThrownBy(() -> post("order-settled:1", 501))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.balanceOf(WALLET, Asset.RUB)).isEqualTo(500);
    }

    @Test
    void a_transaction_is_booked_back_once_and_nothing_is_edited() {
        assertThat(post("order-settled:1", 500)).isInstanceOf(PostTransaction.Result.Posted.class);

        assertThat(reverse("order-settled:1"))
                .isInstanceOf(ReverseTransaction.Result.Reversed.class);
        assertThat(reverse("order-settled:1"))
                .isEqualTo(new ReverseTransaction.Result.AlreadyReversed());

        assertThat(ledger.transactions())
                .extracting(LedgerTransaction::businessKey)
                .containsExactly("order-settled:1", "reversal-of:order-settled:1");
        assertThat(ledger.balanceOf(WALLET, Asset.RUB)).isZero();
    }

    @Test
    void what_is_not_there_or_a_reversal_is_not_booked_back() {
        assertThat(post("order-settled:1", 500)).isInstanceOf(PostTransaction.Result.Posted.class);
        assertThat(reverse("order-settled:1"))
                .isInstanceOf(ReverseTransaction.Result.Reversed.class);

        assertThat(reverse("order-settled:2"))
                .isEqualTo(new ReverseTransaction.Result.NoSuchTransaction());
        assertThat(reverse("reversal-of:order-settled:1"))
                .isEqualTo(new ReverseTransaction.Result.NotReversible());
    }

    @Test
    void the_feed_says_where_to_go_on() {
        for (int i = 1; i <= 3; i++) {
            assertThat(post("order-settled:" + i, i)).isNotNull();
        }
        List<LedgerTransaction> newestFirst = ledger.transactions().reversed();
        ListLedgerTransactions list =
                new ListLedgerTransactions(
                        (before, limit) ->
                                Uni.createFrom().item(newestFirst.stream().limit(limit).toList()));

        assertThat(list(list, STAFF, 2))
                .isEqualTo(
                        new ListLedgerTransactions.Result.Listed(
                                newestFirst.subList(0, 2), Optional.of(newestFirst.get(1).id())));
        assertThat(list(list, STAFF, 3))
                .isEqualTo(new ListLedgerTransactions.Result.Listed(newestFirst, Optional.empty()));
    }

    @Test
    void the_books_are_for_staff_with_the_permission() {
        ProveLedger prove = new ProveLedger(new NoDifference(), clock);
        ListLedgerTransactions list =
                new ListLedgerTransactions((_, _) -> Uni.createFrom().item(List.of()));
        for (Actor actor : List.of(new Actor.Guest(), new Actor.Customer(BUYER))) {
            assertThat(prove.execute(actor).await().indefinitely())
                    .isEqualTo(new ProveLedger.Result.Forbidden());
            assertThat(list(list, actor, 1))
                    .isEqualTo(new ListLedgerTransactions.Result.Forbidden());
        }
        assertThat(prove.execute(STAFF).await().indefinitely())
                .isInstanceOfSatisfying(
                        ProveLedger.Result.Proved.class,
                        proved -> assertThat(proved.report().balanced()).isTrue());
    }

    private PostTransaction.Result post(String key, long units) {
        Money money = new Money(units, Asset.RUB);
        return postTransaction
                .execute(
                        new PostTransaction.Command(
                                key,
                                LedgerTransaction.Kind.ORDER_SETTLED,
                                List.of(
                                        Posting.debit(WALLET, money),
                                        Posting.credit(new LedgerAccount.Revenue(), money))))
                .await()
                .indefinitely();
    }

    private ReverseTransaction.Result reverse(String key) {
        return reverseTransaction
                .execute(new ReverseTransaction.Command(key))
                .await()
                .indefinitely();
    }

    private static ListLedgerTransactions.Result list(
            ListLedgerTransactions list, Actor actor, int limit) {
        return list.execute(new ListLedgerTransactions.Command(actor, Optional.empty(), limit))
                .await()
                .indefinitely();
    }

    private static final class NoDifference implements LedgerProof {
        @Override
        public Uni<Size> size() {
            return Uni.createFrom().item(new Size(0, 0));
        }

        @Override
        public Uni<List<Balance>> balances(int limit) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<List<Difference>> differences(Instant now, Duration grace, int limit) {
            return Uni.createFrom().item(List.of());
        }
    }
}
