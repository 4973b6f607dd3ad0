package io.cybervpn.domain.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.GatewayState;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.GatewayPolicy.Range;
import io.cybervpn.domain.payment.model.GatewayPolicy.Wish;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept beside payments: transfers, methods, secrets, inquiries, limits of providers. */
class KeptThingsTest {
    private static final Instant NOW = Samples.NOW;
    private static final UUID ID = UUID.fromString("0190aaaa-0000-7000-8000-00000000000a");

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static BankTransfer transfer(Optional<TransferReference> invoice) {
        return new BankTransfer(
                new TransferId(ID), "ref", invoice, rub(5), "bank-1", NOW, NOW, "seen");
    }

    private static GatewayPolicy policy(Set<String> countries, Set<String> denied) {
        List<Range> ranges =
                List.of(
                        new Range(new Money(1, Asset.USD), new Money(1, Asset.USD)),
                        new Range(rub(100), rub(100)));
        return new GatewayPolicy(true, 1, Map.of(), ranges, countries, denied, Set.of(), true);
    }

    @Test
    void a_transfer_said_once_more_is_the_same_only_with_the_same_money_for_the_same_thing() {
        Optional<TransferReference> invoice =
                Optional.of(TransferReference.of(new PaymentId(new UUID(1, 2))));
        BankTransfer transfer = transfer(invoice);
        assertThat(transfer.isSaidAgain(invoice, rub(5), NOW)).isTrue();
        assertThat(transfer.isSaidAgain(Optional.empty(), rub(5), NOW)).isFalse();
        assertThat(transfer.isSaidAgain(invoice, rub(6), NOW)).isFalse();
        assertThat(transfer.isSaidAgain(invoice, rub(5), NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void a_reference_to_write_has_twelve_letters_of_the_payments_own_bits() {
        TransferReference one = TransferReference.of(new PaymentId(new UUID(0, 1)));
        TransferReference other = TransferReference.of(new PaymentId(new UUID(0, 1L << 55)));
        assertThat(one.text().substring(0, 16)).isEqualTo(zeros().substring(0, 16));
        assertThat(one.text()).isNotEqualTo(zeros());
        assertThat(other.text()).startsWith("CV-").isNotEqualTo(zeros());
        assertThat(other.text().substring(4)).isEqualTo(zeros().substring(4));
    }

    private static String zeros() {
        return TransferReference.of(new PaymentId(new UUID(0, 0))).text();
    }

    @Test
    void a_kept_method_is_named_sealed_for_itself_and_never_printed_with_its_token() {
        SavedMethodId id = new SavedMethodId(ID);
        SavedMethod method =
                new SavedMethod(
                        id,
                        new AccountId(ID),
                        "stripe",
                        new PaymentId(ID),
                        "sealed",
                        "x".repeat(101),
                        NOW);
        assertThat(method.title()).hasSize(100);
        assertThat(method.toString()).contains("stripe").doesNotContain("sealed");
        assertThat(SavedMethod.purposeOf(id)).isEqualTo("saved-method:" + ID);
        assertThat(GatewaySecret.purposeOf(ID)).isEqualTo("gateway:" + ID);
        assertThat(SavedMethodId.find(id.code())).contains(id);
        assertThat(SavedMethodId.find("saved:190AAAA-0-7000-8000-A")).isEmpty();
    }

    @Test
    void an_inquiry_is_worth_asking_for_three_days() {
        ReturnInquiry inquiry = new ReturnInquiry("stripe", "re_1", 1, NOW);
        Instant last = NOW.plus(ReturnInquiry.AGE_MAX);
        assertThat(inquiry.isStale(last)).isFalse();
        assertThat(inquiry.isStale(last.plusNanos(1))).isTrue();
    }

    @Test
    void countries_are_two_capitals_and_a_limit_holds_for_its_own_currency() {
        assertThatThrownBy(() -> policy(Set.of("de"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy(Set.of(), Set.of("DEU")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> policy(Set.of("DE"), Set.of("FR"))).doesNotThrowAnyException();
        Wish roubles = new Wish(Optional.of(rub(100)), Optional.empty(), Set.of(), true);
        assertThat(policy(Set.of(), Set.of()).refusal(roubles, Set.of())).isEmpty();
        Wish euros =
                new Wish(Optional.of(new Money(7, Asset.EUR)), Optional.empty(), Set.of(), true);
        assertThat(policy(Set.of(), Set.of()).refusal(euros, Set.of())).isEmpty();
    }

    @Test
    void what_staff_never_touched_is_offered_as_usual() {
        assertThat(GatewayRecord.untouched("stripe"))
                .isEqualTo(new GatewayRecord("stripe", GatewayPolicy.USUAL, Map.of(), 0));
    }

    @Test
    void rows_and_clients_know_causes_and_states_by_stable_names() {
        assertThat(RefundCause.DISPUTE.code()).isEqualTo("dispute");
        assertThat(GatewayState.DOWN.code()).isEqualTo("down");
    }

    @Test
    void what_waited_for_its_answer_moves_on_once() {
        Funding funding = new Funding(rub(1), rub(1), rub(0), rub(0), rub(0));
        RefundRequest request =
                new RefundRequest(
                        new RefundId(ID),
                        Samples.REQUEST.id(),
                        rub(1),
                        RefundCause.STAFF,
                        RefundRequest.Destination.PROVIDER,
                        "key",
                        "a wish of a test",
                        NOW);
        Refund unknown = new Refund.Unknown(request, funding);
        Refund sent = new Refund.Sent(request, funding, "re_1");
        assertThat(new Refund.Requested(request, funding).answerLost())
                .isEqualTo(new Refund.Step.Moved(unknown));
        assertThat(unknown.answerLost()).isEqualTo(new Refund.Step.Same(unknown));
        assertThat(unknown.sent("re_1")).isEqualTo(new Refund.Step.Moved(sent));
        assertThat(sent.sent("re_2")).isEqualTo(new Refund.Step.Same(sent));
    }
}
