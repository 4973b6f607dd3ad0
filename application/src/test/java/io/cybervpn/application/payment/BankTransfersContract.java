package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.BankReturn;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.payment.repository.BankReturns;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.cybervpn.domain.payment.repository.BankTransfers.Position;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of bank transfers, and of refunds by hand, does. */
public abstract class BankTransfersContract {
    /** Long before anything else that a shop under test has. */
    protected static final Instant LONG_AGO = Instant.parse("2001-01-31T10:00:00Z");

    private static final Money MONEY = new Money(500, Asset.EUR);

    private final TransferReference invoice = TransferReference.of(new PaymentId(id()));

    protected abstract BankTransfers transfers();

    protected abstract BankReturns returns();

    protected abstract UnitOfWork unitOfWork();

    private <T> T in(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static UUID id() {
        return UUID.randomUUID();
    }

    private static BankTransfer transfer(
            Optional<TransferReference> of, int earlier, Instant arrivedAt) {
        String bank = "bank " + id();
        return new BankTransfer(
                new TransferId(id()),
                BankTransfer.referenceOf(of, earlier, bank),
                of,
                MONEY,
                bank,
                arrivedAt,
                arrivedAt.plusSeconds(60),
                "for a test");
    }

    @Test
    void one_is_stored_once_and_found_by_each_of_its_names() {
        BankTransfer one = transfer(Optional.of(invoice), 0, LONG_AGO);
        BankTransfer again =
                new BankTransfer(
                        new TransferId(id()),
                        invoice.text() + "/2",
                        Optional.of(invoice),
                        MONEY,
                        one.bankReference(),
                        LONG_AGO,
                        LONG_AGO,
                        "said again");
        BankTransfer further = transfer(Optional.of(invoice), 1, LONG_AGO);
        BankTransfer nobodys = transfer(Optional.empty(), 0, LONG_AGO);

        assertThat(in(() -> transfers().countOf(invoice))).isZero();
        assertThat(in(() -> transfers().add(one))).isTrue();
        assertThat(in(() -> transfers().add(again))).isFalse();
        assertThat(in(() -> transfers().add(further))).isTrue();
        assertThat(in(() -> transfers().add(nobodys))).isTrue();

        assertThat(in(() -> transfers().byBankReference(one.bankReference()))).contains(one);
        assertThat(in(() -> transfers().byBankReference("nobody has this"))).isEmpty();
        assertThat(in(() -> transfers().countOf(invoice))).isEqualTo(2);
        assertThat(
                        in(
                                () ->
                                        transfers()
                                                .byReferences(
                                                        List.of(
                                                                invoice.text(),
                                                                nobodys.reference(),
                                                                "none"))))
                .containsExactlyInAnyOrder(one, nobodys);
    }

    @Test
    void they_are_listed_page_by_page_as_they_arrived_and_as_they_were_recorded() {
        Instant start = LONG_AGO.plus(Duration.ofDays(Math.floorMod(id().hashCode(), 5000)));
        BankTransfer first = transfer(Optional.empty(), 0, start);
        BankTransfer second = transfer(Optional.empty(), 0, start.plusSeconds(10));
        BankTransfer late = transfer(Optional.empty(), 0, start.plusSeconds(20));
        for (BankTransfer one : List.of(second, first, late)) {
            assertThat(in(() -> transfers().add(one))).isTrue();
        }
        Instant end = start.plusSeconds(20);

        List<BankTransfer> page = in(() -> transfers().arrived(start, end, Optional.empty(), 1));
        assertThat(page).containsExactly(first);
        Position seen = new Position(first.arrivedAt(), first.id());
        assertThat(in(() -> transfers().arrived(start, end, Optional.of(seen), 5)))
                .containsExactly(second);

        Position newest = new Position(late.recordedAt(), late.id());
        assertThat(in(() -> transfers().latest(Optional.of(newest), 2)))
                .containsExactly(second, first);
        assertThat(in(() -> transfers().latest(Optional.empty(), 500))).isNotEmpty();
    }

    @Test
    void a_refund_by_hand_waits_until_somebody_says_what_became_of_it() {
        BankReturn.Waiting waiting =
                new BankReturn.Waiting(
                        new BankReturn.Order(
                                new RefundId(id()), new PaymentId(id()), MONEY, LONG_AGO));
        RefundId refund = waiting.order().refund();
        assertThat(in(() -> returns().find(refund))).isEmpty();

        in(() -> returns().addIfNew(waiting));
        in(() -> returns().addIfNew(waiting));
        assertThat(in(() -> returns().find(refund))).contains(waiting);
        assertThat(in(() -> returns().waiting(500))).containsOnlyOnce(waiting);

        BankReturn sent = new BankReturn.Sent(waiting.order(), "bank 7", LONG_AGO);
        in(() -> returns().save(sent));
        in(() -> returns().addIfNew(waiting));
        assertThat(in(() -> returns().find(refund))).contains(sent);
        assertThat(in(() -> returns().waiting(500))).doesNotContain(waiting);

        BankReturn failed = new BankReturn.Failed(waiting.order(), "it came back", LONG_AGO);
        in(() -> returns().save(failed));
        assertThat(in(() -> returns().find(refund))).contains(failed);
    }
}
