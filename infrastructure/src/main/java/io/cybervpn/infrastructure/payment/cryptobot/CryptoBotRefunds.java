package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * The way back through Crypto Pay, which has none: a transfer from the app's balance to the payer's
 * Telegram account, of that share of what he paid with. Our refund's id is the {@code spend_id},
 * which is accepted once, so that a repetition moves nothing.
 */
@Singleton
final class CryptoBotRefunds implements RefundingGateway {
    /** Digits after the point that every asset takes. */
    private static final int DIGITS = 8;

    private final CryptoBotSettings settings;
    private final CryptoPayClient client;
    private final TelegramPayees payees;

    @Inject
    CryptoBotRefunds(CryptoBotSettings settings, CryptoPayClient client, TelegramPayees payees) {
        this.settings = settings;
        this.client = client;
        this.payees = payees;
    }

    /** What goes back, and in which asset. */
    private record Share(String asset, String amount) {}

    @Override
    public String provider() {
        return CryptoBotGateway.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.token().filter(token -> !token.isBlank()).isPresent();
    }

    @Override
    public Uni<RefundStatus> refund(RefundCall call) {
        return Remote.outsideUnitOfWork(() -> payees.telegramId(call.paid().payer()))
                .map(CryptoBotRefunds::known)
                .chain(payee -> share(call).chain(share -> send(call, payee, share)))
                .onFailure(GatewayRefused.class)
                .recoverWithUni(refusal -> unlessSent(call, refusal))
                .onFailure(FaultToleranceException.class)
                .transform(CryptoBotRefunds::unavailable);
    }

    private static long known(Optional<Long> payee) {
        return payee.orElseThrow(
                () -> new GatewayRefused("the payer has no Telegram account with us"));
    }

    private Uni<RefundStatus> send(RefundCall call, long payee, Share share) {
        TransferJson body = new TransferJson(payee, share.asset(), share.amount(), spendId(call));
        return client.transfer(body).map(CryptoBotRefunds::status);
    }

    /** A spend id that was used before is refused too: then it is done. */
    private Uni<RefundStatus> unlessSent(RefundCall call, Throwable refusal) {
        return status(call)
                .map(
                        status ->
                                switch (status) {
                                    case RefundStatus.NotThere() -> throw (GatewayRefused) refusal;
                                    case RefundStatus.Underway _,
                                            RefundStatus.Done _,
                                            RefundStatus.Over _ ->
                                            status;
                                });
    }

    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        return Remote.outsideUnitOfWork(
                        () -> client.getTransfers(GetTransfersJson.of(spendId(call))))
                .onFailure(CryptoBotRefunds::noAnswer)
                .transform(CryptoBotRefunds::unavailable)
                .map(result -> status(call, result));
    }

    /** The list is searched here too, lest the provider leaves the filter aside. */
    private static RefundStatus status(RefundCall call, JsonNode result) {
        JsonNode items = result.path("items");
        if (!items.isArray()) {
            throw new GatewayUnavailable("Crypto Pay answers without a list");
        }
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> one.path("spend_id").asText("").equals(spendId(call)))
                .findFirst()
                .map(CryptoBotRefunds::status)
                .orElseGet(RefundStatus.NotThere::new);
    }

    private static RefundStatus status(JsonNode transfer) {
        JsonNode id = transfer.path("transfer_id");
        if (!id.isIntegralNumber() || !transfer.path("status").asText("").equals("completed")) {
            throw new GatewayUnavailable("Crypto Pay answers without a transfer");
        }
        return new RefundStatus.Done("transfer " + id.asText());
    }

    private Uni<Share> share(RefundCall call) {
        return client.getInvoices(GetInvoicesJson.these(call.paid().reference()))
                .map(result -> share(call, result));
    }

    private static Share share(RefundCall call, JsonNode result) {
        return CryptoBotGateway.invoices(result).stream()
                .map(CryptoInvoice::json)
                .filter(
                        invoice ->
                                invoice.path("invoice_id")
                                        .asText("")
                                        .equals(call.paid().reference()))
                .findFirst()
                .flatMap(invoice -> share(call, invoice.path("paid_asset"), invoice))
                .orElseThrow(
                        () -> new GatewayRefused("Crypto Pay does not say what was paid with"));
    }

    private static Optional<Share> share(RefundCall call, JsonNode asset, JsonNode invoice) {
        String paid = invoice.path("paid_amount").asText("");
        if (!asset.isTextual() || !paid.matches("\\d{1,18}(\\.\\d{1,18})?")) {
            return Optional.empty();
        }
        BigDecimal part =
                new BigDecimal(paid)
                        .multiply(BigDecimal.valueOf(call.amount().minorUnits()))
                        .divide(
                                BigDecimal.valueOf(call.paid().received().minorUnits()),
                                DIGITS,
                                RoundingMode.DOWN);
        return part.signum() == 0
                ? Optional.empty()
                : Optional.of(new Share(asset.asText(), part.toPlainString()));
    }

    private static String spendId(RefundCall call) {
        return call.refund().value().toString();
    }

    /** A read has nothing to refuse: whatever it says, we know no more than before. */
    private static boolean noAnswer(Throwable failure) {
        return failure instanceof FaultToleranceException || failure instanceof GatewayRefused;
    }

    private static GatewayUnavailable unavailable(Throwable failure) {
        return new GatewayUnavailable(
                "Crypto Pay gives no answer: " + failure.getMessage(), failure);
    }
}
