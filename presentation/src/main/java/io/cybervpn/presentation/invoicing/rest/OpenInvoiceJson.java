package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.application.invoicing.ViewPayLink;
import io.cybervpn.presentation.payment.rest.PaymentMethodsResource.MethodJson;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has a link to an invoice sees of it: nothing of its debtor, and no note to him.
 *
 * @param status {@code pending, paid, cancelled}
 * @param seller as we were when it got its number
 * @param dueAt when it is to be paid
 * @param methods providers that can be asked for it; none where nothing is owed any more
 */
@Schema(name = "OpenInvoice")
record OpenInvoiceJson(
        String number,
        String status,
        PartyJson seller,
        List<InvoiceLineJson> lines,
        MoneyJson net,
        MoneyJson tax,
        MoneyJson total,
        Instant issuedAt,
        Instant dueAt,
        List<MethodJson> methods) {
    /**
     * How to pay it.
     *
     * @param paymentMethod the provider's name
     */
    @Schema(name = "OpenInvoicePaymentRequest")
    record OpenInvoicePaymentRequestJson(
            @NotNull @Size(min = 1, max = 40) @Schema(examples = "cryptobot")
                    String paymentMethod) {}

    /**
     * A payment that was begun.
     *
     * @param status {@code pending} or {@code completed}
     * @param payUrl where to pay; null while the provider has not answered: ask again
     * @param miniAppUrl the same inside Telegram
     */
    @Schema(name = "OpenInvoicePayment")
    record OpenInvoicePaymentJson(
            String status,
            @Schema(nullable = true) @Nullable URI payUrl,
            @Schema(nullable = true) @Nullable URI miniAppUrl) {}

    static OpenInvoiceJson of(ViewPayLink.Result.Found found, Languages languages) {
        InvoiceView invoice = found.invoice();
        InvoiceView.IssueView issue = invoice.issue().orElseThrow();
        return new OpenInvoiceJson(
                issue.number().text(),
                invoice.status().simple(),
                PartyJson.of(issue.seller()),
                invoice.lines().stream().map(line -> InvoiceLineJson.of(line, languages)).toList(),
                MoneyJson.of(invoice.totals().net()),
                MoneyJson.of(invoice.totals().tax()),
                MoneyJson.of(invoice.totals().total()),
                issue.issuedAt(),
                issue.dueAt(),
                found.methods().stream()
                        .map(
                                method ->
                                        new MethodJson(
                                                method.code(),
                                                method.label().isEmpty()
                                                        ? null
                                                        : languages.pick(method.label())))
                        .toList());
    }
}
