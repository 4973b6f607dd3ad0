package io.cybervpn.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.Origin;
import io.cybervpn.domain.invoicing.model.Writing;
import io.cybervpn.domain.invoicing.repository.Invoices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of invoices does. */
public abstract class InvoicesContract extends InvoicingStores {
    @Test
    void every_state_is_found_as_it_was_stored() {
        Invoice.Draft draft = stored(new Origin.ByStaff(account, "key " + UUID.randomUUID()));
        assertThat(run(() -> invoices().find(draft.id()))).contains(draft);
        Invoice.Open open = opened();
        assertThat(run(() -> invoices().find(open.id()))).contains(open);
        Invoice.Closing why = new Invoice.Closing("he moved", NOW);
        assertKept(opened().withdraw(why));
        assertKept(opened().giveUp(why));
        assertKept(open.pay(Optional.empty(), NOW));
        assertThat(run(() -> invoices().find(new InvoiceId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void a_draft_of_staff_is_found_by_its_key_and_forgotten_when_it_is_removed() {
        Origin.ByStaff origin = new Origin.ByStaff(account, "key " + UUID.randomUUID());
        Invoice.Draft draft = stored(origin);
        assertThat(run(() -> invoices().add(new Invoice.Draft(details(origin))))).isFalse();
        assertThat(run(() -> invoices().writtenWith(origin))).contains(draft);
        assertThat(run(() -> invoices().accountOf(draft.id()))).contains(account);
        Invoice.Draft next =
                draft.rewrite(new Writing(draft.details().lines().subList(0, 1), "Else", 14));
        assertKept(next);
        run(() -> invoices().remove(next));
        assertThat(run(() -> invoices().find(draft.id()))).isEmpty();
        assertThat(run(() -> invoices().accountOf(draft.id()))).isEmpty();
        assertThat(run(() -> invoices().writtenWith(origin))).isEmpty();
    }

    @Test
    void an_order_has_one_invoice_however_many_make_one() {
        Origin origin = ofOrder();
        List<Boolean> added =
                IntStream.range(0, 10)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        run(
                                                                () ->
                                                                        invoices()
                                                                                .add(
                                                                                        new Invoice
                                                                                                .Draft(
                                                                                                details(
                                                                                                        origin))))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(added).containsOnlyOnce(true);
        UUID order = origin.paidOrder().orElseThrow().value();
        assertThat(run(() -> invoices().lockOf(order))).isPresent();
        assertThat(run(() -> invoices().isAwaited(new OrderId(order)))).isFalse();
    }

    @Test
    void what_is_listed_is_what_was_asked_for() {
        Invoice.Draft draft = stored();
        Invoice.Open open = opened();
        assertThat(listed(his(ALL))).containsExactlyInAnyOrder(draft, open);
        assertThat(run(() -> invoices().count(his(ALL), 9))).isEqualTo(2);
        assertThat(run(() -> invoices().count(his(ALL), 1))).isEqualTo(1);
        assertThat(listed(his(Set.of(InvoiceStatus.DRAFT)))).containsExactly(draft);
        assertThat(listed(his(Set.of()))).isEmpty();
        String number = open.issue().number().text();
        assertThat(listed(filter(NOW, NOW.plusSeconds(1), number))).containsExactly(open);
        assertThat(listed(filter(NOW.minusSeconds(1), NOW, number))).isEmpty();
        assertThat(listed(filter(NOW, NOW.plusSeconds(1), number + "0"))).isEmpty();
    }

    private List<Invoice> listed(Invoices.Filter filter) {
        return run(() -> invoices().list(filter, 10, 0));
    }

    private Invoices.Filter filter(Instant from, Instant to, String number) {
        return new Invoices.Filter(
                Optional.of(account), ALL, Optional.of(from), Optional.of(to), Optional.of(number));
    }

    @Test
    void who_leaves_owes_nothing_and_keeps_what_he_paid() {
        Invoice.Draft draft = stored();
        Invoice.Open open = opened();
        Invoice.Paid paid = opened().pay(Optional.empty(), NOW);
        run(() -> invoices().save(paid));
        run(() -> invoices().release(account, NOW));
        run(() -> invoices().release(account, NOW));
        assertThat(run(() -> invoices().find(draft.id()))).isEmpty();
        assertThat(run(() -> invoices().find(open.id())))
                .hasValueSatisfying(one -> assertThat(one.status()).isEqualTo(InvoiceStatus.VOID));
        assertThat(run(() -> invoices().find(paid.id()))).contains(paid);
    }

    @Test
    void all_of_one_account_become_another_ones() {
        Invoice.Draft draft = stored();
        AccountId into = new AccountId(UUID.randomUUID());
        run(() -> invoices().reown(account, into));
        run(() -> invoices().reown(account, into));
        assertThat(run(() -> invoices().find(draft.id())).orElseThrow().details().account())
                .isEqualTo(into);
        run(() -> invoices().reown(into, account));
    }
}
