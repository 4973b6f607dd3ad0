package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.PayLink;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Finds what a token opens. Of one that opens nothing nobody is told why. */
@Singleton
final class OpenPayLink {
    /** Longer than any token of ours. */
    private static final int TOKEN_LENGTH_MAX = 100;

    private final UnitOfWork unitOfWork;
    private final PayLinks links;
    private final Invoices invoices;
    private final Clock clock;

    @Inject
    OpenPayLink(UnitOfWork unitOfWork, PayLinks links, Invoices invoices, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.invoices = invoices;
        this.clock = clock;
    }

    /** The invoice; empty where the token is unknown, over or revoked. Changes nothing. */
    Uni<Optional<Invoice>> execute(String token) {
        return token.length() > TOKEN_LENGTH_MAX
                ? nothing()
                : unitOfWork
                        .run(
                                () ->
                                        links.withHash(PayLink.hash(token))
                                                .map(found -> found.filter(this::isGood))
                                                .chain(
                                                        found ->
                                                                found.map(
                                                                                link ->
                                                                                        invoices
                                                                                                .find(
                                                                                                        link
                                                                                                                .invoice()))
                                                                        .orElseGet(
                                                                                OpenPayLink
                                                                                        ::nothing)))
                        .map(found -> found.filter(one -> one.status() != InvoiceStatus.DRAFT));
    }

    private boolean isGood(PayLink link) {
        return link.isGood(clock.instant());
    }

    private static Uni<Optional<Invoice>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
