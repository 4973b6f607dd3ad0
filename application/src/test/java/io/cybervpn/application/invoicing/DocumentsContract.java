package io.cybervpn.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.NoteLine;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of numbers, notes, rates and parties does. */
public abstract class DocumentsContract extends InvoicingStores {
    @Test
    void numbers_have_no_gap_though_many_take_them_and_some_fail() {
        List<Optional<DocumentNumber>> taken =
                IntStream.range(0, 40)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> take(i % 3 == 0)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        List<Long> kept =
                taken.stream()
                        .flatMap(Optional::stream)
                        .map(DocumentNumber::sequence)
                        .sorted()
                        .toList();
        assertThat(kept).hasSize(26);
        assertThat(kept.getLast() - kept.getFirst()).isEqualTo(25);
        assertThat(kept).doesNotHaveDuplicates();
        DocumentNumber next = take(false).orElseThrow();
        assertThat(next.sequence()).isEqualTo(kept.getLast() + 1);
        assertThat(next.series()).isEqualTo("INV-2001");
        assertThat(next.text()).isEqualTo("INV-2001-%06d".formatted(next.sequence()));
        assertThat(run(() -> numbers().next(DocumentKind.CREDIT_NOTE, NOW)).series())
                .isEqualTo("CN-2001");
    }

    private Optional<DocumentNumber> take(boolean fails) {
        try {
            return Optional.of(
                    run(
                            () ->
                                    numbers()
                                            .next(DocumentKind.INVOICE, NOW)
                                            .invoke(_ -> failIf(fails))));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static void failIf(boolean fails) {
        if (fails) {
            throw new IllegalStateException("planted");
        }
    }

    private CreditNote.Standing note(Invoice invoice, RefundId refund, long sequence) {
        return new CreditNote.Standing(
                new CreditNote.Content(
                        new CreditNoteId(
                                new UUID(sequence, UUID.randomUUID().getLeastSignificantBits())),
                        invoice.id(),
                        refund,
                        new DocumentNumber("CN-T", sequence, "CN-T-" + UUID.randomUUID()),
                        CreditNoteReason.ORDER_CHANGE,
                        Asset.RUB,
                        List.of(
                                new NoteLine(0, 100, List.of(17L)),
                                new NoteLine(1, -10, List.of(-2L))),
                        NOW));
    }

    @Test
    void notes_are_found_oldest_first_one_of_each_refund_and_cancelled_once() {
        Invoice.Paid paid = opened().pay(Optional.empty(), NOW);
        run(() -> invoices().save(paid));
        RefundId refund = new RefundId(UUID.randomUUID());
        long base = Math.abs(UUID.randomUUID().getMostSignificantBits() >> 8) + 1;
        CreditNote.Standing first = note(paid, refund, base);
        CreditNote.Standing second = note(paid, new RefundId(UUID.randomUUID()), base + 1);
        run(() -> stores().notes().add(first));
        run(() -> stores().notes().add(second));
        assertThat(run(() -> stores().notes().of(paid.id()))).containsExactly(first, second);
        assertThatThrownBy(() -> run(() -> stores().notes().add(note(paid, refund, base + 2))))
                .isInstanceOf(RuntimeException.class);
        run(() -> stores().notes().cancel(first.cancel(NOW.plusSeconds(5))));
        assertThat(run(() -> stores().notes().of(paid.id())))
                .containsExactly(first.cancel(NOW.plusSeconds(5)), second);
    }

    private static TaxRate rate(String from, Optional<String> to) {
        return new TaxRate(
                new TaxRateId(UUID.randomUUID()),
                "ZZ",
                "vat",
                "VAT",
                1_900,
                true,
                LocalDate.parse(from),
                to.map(LocalDate::parse));
    }

    @Test
    void a_rate_is_due_from_its_first_day_until_the_day_on_which_it_is_over() {
        TaxRate old = rate("2001-01-01", Optional.of("2001-07-01"));
        TaxRate next = rate("2001-07-01", Optional.empty());
        run(() -> stores().rates().save(next));
        run(() -> stores().rates().save(old));
        assertThat(due("2000-12-31")).isEmpty();
        assertThat(due("2001-01-01")).containsExactly(old);
        assertThat(due("2001-06-30")).containsExactly(old);
        assertThat(due("2001-07-01")).containsExactly(next);
        assertThat(run(() -> stores().rates().lockAll())).containsSubsequence(old, next);
        assertThat(run(() -> stores().rates().remove(old.id()))).isTrue();
        assertThat(run(() -> stores().rates().remove(old.id()))).isFalse();
        run(() -> stores().rates().remove(next.id()));
        assertThat(run(() -> stores().rates().all())).doesNotContain(old, next);
    }

    private List<TaxRate> due(String day) {
        return run(() -> stores().rates().dueIn("ZZ", LocalDate.parse(day)));
    }

    @Test
    void parties_are_written_anew_moved_and_forgotten() {
        Party before = run(() -> stores().parties().seller());
        run(() -> stores().parties().saveSeller(SELLER));
        run(() -> stores().parties().saveSeller(SELLER));
        assertThat(run(() -> stores().parties().seller())).isEqualTo(SELLER);
        run(() -> stores().parties().saveSeller(before));

        AccountId into = new AccountId(UUID.randomUUID());
        assertThat(run(() -> stores().parties().buyer(account))).isEmpty();
        run(() -> stores().parties().saveBuyer(account, SELLER));
        run(() -> stores().parties().saveBuyer(account, BUYER));
        run(() -> stores().parties().reown(account, into));
        assertThat(run(() -> stores().parties().buyer(account))).isEmpty();
        assertThat(run(() -> stores().parties().buyer(into))).contains(BUYER);
        run(() -> stores().parties().saveBuyer(account, SELLER));
        run(() -> stores().parties().reown(account, into));
        assertThat(run(() -> stores().parties().buyer(into))).contains(BUYER);
        run(() -> stores().parties().forget(into));
        run(() -> stores().parties().forget(into));
        assertThat(run(() -> stores().parties().buyer(into))).isEmpty();
    }
}
