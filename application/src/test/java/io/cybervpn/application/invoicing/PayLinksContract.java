package io.cybervpn.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.PayLink;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of links to pay does. */
public abstract class PayLinksContract extends InvoicingStores {
    private PayLinks links() {
        return stores().links();
    }

    private PayLink stored(InvoiceId invoice) {
        PayLink link =
                new PayLink(
                        new PayLinkId(UUID.randomUUID()),
                        invoice,
                        PayLink.hash(UUID.randomUUID().toString()),
                        NOW,
                        NOW.plus(Duration.ofDays(1)),
                        Optional.empty());
        run(() -> links().add(link));
        return link;
    }

    @Test
    void a_link_is_found_by_what_is_kept_of_its_token() {
        InvoiceId invoice = opened().id();
        PayLink one = stored(invoice);
        PayLink other = stored(invoice);
        assertThat(run(() -> links().withHash(one.tokenHash()))).contains(one);
        assertThat(run(() -> links().find(other.id()))).contains(other);
        assertThat(run(() -> links().of(invoice))).containsExactlyInAnyOrder(one, other);
        assertThat(run(() -> links().withHash(PayLink.hash("else")))).isEmpty();
        assertThat(run(() -> links().find(new PayLinkId(UUID.randomUUID())))).isEmpty();
        assertThat(run(() -> links().of(new InvoiceId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void one_that_is_revoked_stays_so() {
        PayLink link = stored(opened().id());
        PayLink over = link.revoke(NOW);
        run(() -> links().save(over));
        assertThat(run(() -> links().find(link.id()))).contains(over);
        assertThat(over.isGood(NOW)).isFalse();
        assertThat(link.isGood(NOW)).isTrue();
        assertThat(link.isGood(NOW.plus(Duration.ofDays(1)))).isFalse();
        assertThat(over.revoke(NOW.plusSeconds(9))).isEqualTo(over);
    }

    @Test
    void links_to_invoices_of_who_leaves_are_forgotten() {
        PayLink link = stored(opened().id());
        run(() -> links().forget(new AccountId(UUID.randomUUID())));
        assertThat(run(() -> links().find(link.id()))).isPresent();
        run(() -> links().forget(account));
        run(() -> links().forget(account));
        assertThat(run(() -> links().of(link.invoice()))).isEqualTo(List.of());
    }
}
