package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.approval.ApprovalTestDesk;
import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.RecordTransfer.Command;
import io.cybervpn.application.payment.RecordTransfer.Result;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Staff say what came on the shop's account, and its money does what any provider's does. */
class RecordTransferTest {
    private static final AccountId CLERK = new AccountId(new UUID(7, 1));
    private static final LedgerAccount APART = new LedgerAccount.Unallocated("manual");

    private final PaymentWorld shop = new PaymentWorld();
    private final InMemoryBankTransfers transfers = new InMemoryBankTransfers(shop.unitOfWork);
    private final List<AuditTrail.Entry> audited = new ArrayList<>();
    private final TransferDesk desk =
            new TransferDesk(
                    shop.payments,
                    transfers,
                    shop.confirmPayment,
                    entry -> Uni.createFrom().voidItem().invoke(() -> audited.add(entry)),
                    shop.ids,
                    shop.clock);
    private final ApprovalTestDesk approvals =
            new ApprovalTestDesk(
                    shop.unitOfWork, new RecordTransferDeed(desk), shop.ids, shop.clock);
    private final PaymentId payment = pending();
    private final String reference = TransferReference.of(payment).text();

    private PaymentId pending() {
        PaymentId id = new PaymentId(UUID.fromString("0193a1b2-c3d4-7e5f-8123-456789abcdef"));
        Instant now = shop.clock.instant();
        PaymentRequest request =
                new PaymentRequest(
                        id,
                        new UUID(9, 2),
                        PaymentWorld.BUYER,
                        "manual",
                        PaymentWorld.PRICE,
                        "CyberVPN Pro",
                        30,
                        now,
                        now.plus(Duration.ofHours(1)));
        Payment.Created created = new Payment.Created(request);
        Invoice invoice =
                new Invoice(
                        TransferReference.of(id).text(),
                        URI.create("https://shop.example/pay"),
                        Optional.empty());
        shop.unitOfWork
                .run(
                        () ->
                                shop.payments
                                        .add(created, now)
                                        .chain(() -> shop.payments.save(created.invoiced(invoice))))
                .await()
                .indefinitely();
        return id;
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private Actor clerk() {
        return new Actor.Staff(
                CLERK, EnumSet.allOf(Permission.class), Optional.of(shop.clock.instant()));
    }

    private Command came(Optional<String> reference, long units, String bank) {
        return new Command(
                clerk(), reference, rub(units), bank, shop.clock.instant(), "seen on the account");
    }

    private Result record(Command command) {
        return record(command, new FourEyes(Optional.empty()));
    }

    private Result record(Command command, FourEyes fourEyes) {
        return new RecordTransfer(
                        shop.unitOfWork,
                        desk,
                        fourEyes,
                        approvals.askApproval(),
                        new StepUpRule(shop.clock))
                .execute(command)
                .await()
                .indefinitely();
    }

    private static String money(Result result) {
        assertThat(result).isInstanceOf(Result.Recorded.class);
        return ((Result.Recorded) result).money();
    }

    @Test
    void the_full_amount_captures_the_payment_however_often_it_is_said() {
        String asWritten = reference.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(money(record(came(Optional.of(asWritten), 19_900, "b1")))).isEqualTo("captured");
        assertThat(money(record(came(Optional.of(reference), 19_900, "b1")))).isEqualTo("captured");

        assertThat(shop.state(payment)).isEqualTo("captured");
        assertThat(shop.balance(PaymentWorld.WALLET)).isEqualTo(-19_900);
        assertThat(transfers.all()).hasSize(1);
        assertThat(audited).hasSize(1);
    }

    @Test
    void too_little_is_flagged_and_the_rest_is_kept_beside_it() {
        assertThat(money(record(came(Optional.of(reference), 10_000, "b1")))).isEqualTo("flagged");
        assertThat(money(record(came(Optional.of(reference), 9_900, "b2")))).isEqualTo("flagged");
        assertThat(money(record(came(Optional.of(reference), 9_900, "b2")))).isEqualTo("flagged");

        assertThat(shop.balance(APART)).isEqualTo(-19_900);
        assertThat(shop.unmatched.all()).hasSize(2);
        assertThat(transfers.all())
                .extracting(transfer -> transfer.reference())
                .containsExactlyInAnyOrder(reference, reference + "/2");
    }

    @Test
    void money_without_a_reference_is_kept_apart() {
        assertThat(money(record(came(Optional.empty(), 500, "b9")))).isEqualTo("unallocated");
        assertThat(money(record(came(Optional.empty(), 500, "b9")))).isEqualTo("unallocated");
        assertThat(shop.balance(APART)).isEqualTo(-500);
        assertThat(shop.unmatched.all()).hasSize(1);
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        assertThat(record(came(Optional.of("CV-0000-0000-0000"), 1, "b1")))
                .isEqualTo(new Result.Refused("reference_not_found"));
        assertThat(record(came(Optional.of("rent"), 1, "b1")))
                .isEqualTo(new Result.Refused("reference_not_found"));
        Instant tomorrow = shop.clock.instant().plus(Duration.ofDays(1));
        assertThat(record(new Command(clerk(), Optional.empty(), rub(1), "b1", tomorrow, "seen")))
                .isEqualTo(new Result.Refused("time_not_plausible"));
        Actor nobody = new Actor.Staff(CLERK, Set.of(), Optional.of(shop.clock.instant()));
        assertThat(
                        record(
                                new Command(
                                        nobody,
                                        Optional.empty(),
                                        rub(1),
                                        "b1",
                                        shop.clock.instant(),
                                        "seen")))
                .isEqualTo(new Result.Forbidden());
        Actor stale = new Actor.Staff(CLERK, EnumSet.allOf(Permission.class), Optional.empty());
        assertThat(
                        record(
                                new Command(
                                        stale,
                                        Optional.empty(),
                                        rub(1),
                                        "b1",
                                        shop.clock.instant(),
                                        "seen")))
                .isEqualTo(new Result.StepUpRequired());
        assertThat(transfers.all()).isEmpty();
        assertThat(shop.state(payment)).isEqualTo("pending");
    }

    @Test
    void the_banks_reference_is_of_one_transfer() {
        assertThat(money(record(came(Optional.of(reference), 19_900, "b1")))).isEqualTo("captured");
        assertThat(record(came(Optional.of(reference), 19_901, "b1")))
                .isEqualTo(new Result.Refused("transfer_known"));
        assertThat(record(came(Optional.empty(), 19_900, "b1")))
                .isEqualTo(new Result.Refused("transfer_known"));
        assertThat(shop.balance(APART)).isZero();
    }

    @Test
    void above_the_bound_somebody_else_has_to_agree() {
        FourEyes above = new FourEyes(Optional.of(Map.of(Asset.RUB, rub(1_000))));
        assertThat(record(came(Optional.of(reference), 19_900, "b1"), above))
                .isInstanceOf(Result.NeedsApproval.class);
        assertThat(transfers.all()).isEmpty();
        assertThat(shop.state(payment)).isEqualTo("pending");
        assertThat(money(record(came(Optional.empty(), 1_000, "b2"), above)))
                .isEqualTo("unallocated");
    }
}
