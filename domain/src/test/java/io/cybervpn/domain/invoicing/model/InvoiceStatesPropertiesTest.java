package io.cybervpn.domain.invoicing.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** R97, R98: whatever is done to an invoice, in whatever order. */
class InvoiceStatesPropertiesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Invoice.Closing WHY = new Invoice.Closing("he moved", NOON);
    private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 7));
    private static final Issue ISSUE =
            new Issue(
                    new DocumentNumber("INV-2026", 1, "INV-2026-000001"),
                    Party.nobody(),
                    NOON,
                    NOON.plusSeconds(60));

    /** What leads where; anything else leads nowhere. */
    private static final Map<InvoiceStatus, Set<InvoiceStatus>> ARROWS =
            new EnumMap<>(
                    Map.of(
                            InvoiceStatus.DRAFT,
                            Set.of(InvoiceStatus.DRAFT, InvoiceStatus.OPEN),
                            InvoiceStatus.OPEN,
                            Set.of(
                                    InvoiceStatus.PAID,
                                    InvoiceStatus.VOID,
                                    InvoiceStatus.UNCOLLECTIBLE),
                            InvoiceStatus.UNCOLLECTIBLE,
                            Set.of(InvoiceStatus.PAID, InvoiceStatus.VOID),
                            InvoiceStatus.PAID,
                            Set.of(),
                            InvoiceStatus.VOID,
                            Set.of()));

    enum Deed {
        REWRITE,
        SELL_TO,
        FINALISE,
        PAY,
        WITHDRAW,
        GIVE_UP
    }

    private static InvoiceLine fee(long units) {
        return InvoiceLine.untaxed(
                LineType.FEE, Map.of("en", "Help"), 1, new Money(units, Asset.RUB));
    }

    private static Invoice.Draft draft() {
        return new Invoice.Draft(
                new InvoiceDetails(
                        new InvoiceId(new UUID(0, 1)),
                        new AccountId(new UUID(0, 2)),
                        new Origin.ByStaff(new AccountId(new UUID(0, 3)), "key"),
                        Asset.RUB,
                        Party.nobody(),
                        List.of(fee(500)),
                        "",
                        14,
                        NOON,
                        0));
    }

    /** Empty where the state has no such deed. */
    private static Optional<Invoice> after(Invoice invoice, Deed deed) {
        return switch (deed) {
            case REWRITE ->
                    invoice instanceof Invoice.Draft draft
                            ? Optional.of(draft.rewrite(new Writing(List.of(fee(700)), "n", 3)))
                            : Optional.empty();
            case SELL_TO ->
                    invoice instanceof Invoice.Draft draft
                            ? Optional.of(draft.soldTo(new Party("Ann", "", "", "", "RU")))
                            : Optional.empty();
            case FINALISE ->
                    invoice instanceof Invoice.Draft draft
                            ? Optional.of(draft.finalise(draft.details().lines(), ISSUE))
                            : Optional.empty();
            case PAY ->
                    invoice instanceof Invoice.Payable owed
                            ? Optional.of(owed.pay(Optional.of(PAYMENT), NOON))
                            : Optional.empty();
            case WITHDRAW ->
                    invoice instanceof Invoice.Payable owed
                            ? Optional.of(owed.withdraw(WHY))
                            : Optional.empty();
            case GIVE_UP ->
                    invoice instanceof Invoice.Open open
                            ? Optional.of(open.giveUp(WHY))
                            : Optional.empty();
        };
    }

    @Property
    void only_what_the_table_says_leads_anywhere(@ForAll @Size(max = 8) List<Deed> deeds) {
        Invoice now = draft();
        for (Deed deed : deeds) {
            Optional<Invoice> next = after(now, deed);
            if (next.isPresent()) {
                assertThat(ARROWS.get(now.status())).contains(next.get().status());
                assertThat(next.get().details().version()).isEqualTo(now.details().version() + 1);
                assertThat(next.get().id()).isEqualTo(now.id());
                assertKeepsWhatIsPrinted(now, next.get());
                now = next.get();
            }
        }
        assertEnd(now);
    }

    private static void assertKeepsWhatIsPrinted(Invoice before, Invoice after) {
        if (before instanceof Invoice.Finalised had && after instanceof Invoice.Finalised has) {
            assertThat(has.issue()).isEqualTo(had.issue());
            assertThat(has.details().lines()).isEqualTo(had.details().lines());
            assertThat(has.details().buyer()).isEqualTo(had.details().buyer());
            assertThat(has.details().note()).isEqualTo(had.details().note());
            assertThat(has.details().dueDays()).isEqualTo(had.details().dueDays());
        }
    }

    private static void assertEnd(Invoice invoice) {
        switch (invoice) {
            case Invoice.Paid(_, _, var payment, var at) -> {
                assertThat(payment).contains(PAYMENT);
                assertThat(at).isEqualTo(NOON);
            }
            case Invoice.Voided(_, _, var why) -> assertThat(why).isEqualTo(WHY);
            case Invoice.Uncollectible(_, _, var why) -> assertThat(why).isEqualTo(WHY);
            case Invoice.Draft(var details) ->
                    assertThat(details.account()).isEqualTo(draft().details().account());
            case Invoice.Open(_, var issue) -> assertThat(issue).isEqualTo(ISSUE);
        }
    }

    @Property
    void what_is_paid_or_withdrawn_stays_so(@ForAll Deed deed) {
        Invoice.Open open = draft().finalise(draft().details().lines(), ISSUE);
        assertThat(after(open.pay(Optional.empty(), NOON), deed)).isEmpty();
        assertThat(after(open.withdraw(WHY), deed)).isEmpty();
        assertThat(after(open.giveUp(WHY).withdraw(WHY), deed)).isEmpty();
    }
}
