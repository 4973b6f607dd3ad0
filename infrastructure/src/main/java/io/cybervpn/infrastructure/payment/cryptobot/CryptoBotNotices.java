package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.cybervpn.domain.payment.model.Receipt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads pushes of Crypto Pay; {@code update_id} means nothing, the invoice's id does. */
@Singleton
final class CryptoBotNotices implements PaymentNotices {
    private final ObjectMapper mapper;

    @Inject
    CryptoBotNotices(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String provider() {
        return CryptoBotGateway.PROVIDER;
    }

    @Override
    public Notice read(String body) {
        try {
            return notice(mapper.readTree(body));
        } catch (JsonProcessingException _) {
            return new Notice.NotUnderstood("the body is not JSON");
        }
    }

    private static Notice notice(JsonNode update) {
        String type = update.path("update_type").asText("");
        if (!type.equals("invoice_paid")) {
            return new Notice.Irrelevant("update of type " + type);
        }
        CryptoInvoice invoice = new CryptoInvoice(update.path("payload"));
        Optional<Receipt> receipt = invoice.receipt();
        if (receipt.isEmpty()) {
            return new Notice.NotUnderstood("invoice_paid without a paid invoice");
        }
        return invoice.payment()
                .<Notice>map(payment -> new Notice.Paid(payment, receipt.get()))
                .orElseGet(() -> new Notice.PaidForeign(receipt.get()));
    }
}
