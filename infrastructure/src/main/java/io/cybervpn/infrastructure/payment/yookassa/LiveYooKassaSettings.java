package io.cybervpn.infrastructure.payment.yookassa;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.infrastructure.payment.StoredFields;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is set of YooKassa: by staff, else by the configuration. */
@Alternative
@Priority(1)
@Singleton
final class LiveYooKassaSettings implements YooKassaSettings, GatewayFields {
    private static final String SHOP_ID = "shop_id";
    private static final String SECRET_KEY = "secret_key";
    private static final String RETURN_URL = "return_url";
    private static final String NETWORKS = "networks";

    private static final String RECEIPTS = "receipts";
    private static final String VAT_CODE = "receipt_vat_code";
    private static final String TAX_SYSTEM = "receipt_tax_system";
    private static final String SUBJECT = "receipt_subject";
    private static final String MODE = "receipt_mode";
    private static final String CONTACT = "receipt_contact";
    private static final String SUBJECTS =
            "service|commodity|job|intellectual_activity|payment|another";
    private static final String MODES = "full_payment|full_prepayment|partial_prepayment|advance";

    private final YooKassaSettings configured = StoredFields.configured(YooKassaSettings.class);
    private final StoredFields stored;

    @Inject
    LiveYooKassaSettings(StoredFields stored) {
        this.stored = stored;
    }

    @Override
    public String provider() {
        return YooKassaGateway.PROVIDER;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.plain(SHOP_ID, "\\d{3,12}", shopId()),
                Field.secret(SECRET_KEY, "[A-Za-z0-9_-]{8,}", secretKey()),
                Field.plain(RETURN_URL, "https?://[^\\s]+", Optional.of(returnUrl().toString())),
                Field.plain(
                        NETWORKS,
                        "[0-9a-fA-F:./]+(,[0-9a-fA-F:./]+)*",
                        Optional.of(String.join(",", networks()))),
                Field.plain(RECEIPTS, "on|off", Optional.of(receipts())),
                Field.plain(
                        VAT_CODE, "[1-9]|1[0-2]", Optional.of(String.valueOf(receiptVatCode()))),
                Field.plain(TAX_SYSTEM, "[1-6]", receiptTaxSystem().map(String::valueOf)),
                Field.plain(SUBJECT, SUBJECTS, Optional.of(receiptSubject())),
                Field.plain(MODE, MODES, Optional.of(receiptMode())),
                Field.plain(CONTACT, "[0-9]{4,15}|[^@\\s]{1,64}@[^@\\s]{1,190}", receiptContact()));
    }

    @Override
    public URI url() {
        return configured.url();
    }

    @Override
    public Optional<String> shopId() {
        return stored.plain(provider(), SHOP_ID).or(configured::shopId);
    }

    @Override
    public Optional<String> secretKey() {
        return stored.secret(provider(), SECRET_KEY).or(configured::secretKey);
    }

    @Override
    public URI returnUrl() {
        return stored.plain(provider(), RETURN_URL)
                .map(URI::create)
                .orElseGet(configured::returnUrl);
    }

    @Override
    public List<String> networks() {
        return stored.plain(provider(), NETWORKS)
                .map(text -> List.of(text.split(",")))
                .orElseGet(configured::networks);
    }

    @Override
    public String receipts() {
        return stored.plain(provider(), RECEIPTS).orElseGet(configured::receipts);
    }

    @Override
    public int receiptVatCode() {
        return stored.plain(provider(), VAT_CODE)
                .map(Integer::valueOf)
                .orElseGet(configured::receiptVatCode);
    }

    @Override
    public Optional<Integer> receiptTaxSystem() {
        return stored.plain(provider(), TAX_SYSTEM)
                .map(Integer::valueOf)
                .or(configured::receiptTaxSystem);
    }

    @Override
    public String receiptSubject() {
        return stored.plain(provider(), SUBJECT).orElseGet(configured::receiptSubject);
    }

    @Override
    public String receiptMode() {
        return stored.plain(provider(), MODE).orElseGet(configured::receiptMode);
    }

    @Override
    public Optional<String> receiptContact() {
        return stored.plain(provider(), CONTACT).or(configured::receiptContact);
    }
}
