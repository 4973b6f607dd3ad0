package io.cybervpn.infrastructure.payment.manual;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.TransferAccount;
import io.cybervpn.infrastructure.payment.StoredFields;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is set of the account for transfers: by staff, else by the configuration. */
@Alternative
@Priority(1)
@Singleton
final class LiveManualSettings implements ManualSettings, GatewayFields, TransferAccount {
    private static final String RECIPIENT = "recipient";
    private static final String ACCOUNT = "account";
    private static final String BANK = "bank";
    private static final String BANK_CODE = "bank_code";
    private static final String NOTE = "note";
    private static final String CURRENCIES = "currencies";
    private static final String LINE = "[^\\p{Cntrl}<>]{1,300}";

    private final ManualSettings configured = StoredFields.configured(ManualSettings.class);
    private final StoredFields stored;

    @Inject
    LiveManualSettings(StoredFields stored) {
        this.stored = stored;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.plain(RECIPIENT, LINE, recipient()),
                Field.plain(ACCOUNT, "[A-Za-z0-9 ]{4,50}", account()),
                Field.plain(BANK, LINE, bank()),
                Field.plain(BANK_CODE, "[A-Za-z0-9 -]{4,20}", bankCode()),
                Field.plain(NOTE, LINE, note()),
                Field.plain(CURRENCIES, "[A-Z]{2,8}(,[A-Z]{2,8})*", Optional.of(currencies())));
    }

    @Override
    public Optional<Details> details() {
        return recipient()
                .filter(_ -> isSet())
                .flatMap(
                        recipient ->
                                account()
                                        .map(
                                                account ->
                                                        new Details(
                                                                recipient,
                                                                account,
                                                                bank(),
                                                                bankCode(),
                                                                note())));
    }

    private Optional<String> value(String field, Optional<String> usual) {
        return stored.plain(PROVIDER, field).or(() -> usual);
    }

    @Override
    public Optional<String> recipient() {
        return value(RECIPIENT, configured.recipient());
    }

    @Override
    public Optional<String> account() {
        return value(ACCOUNT, configured.account());
    }

    @Override
    public Optional<String> bank() {
        return value(BANK, configured.bank());
    }

    @Override
    public Optional<String> bankCode() {
        return value(BANK_CODE, configured.bankCode());
    }

    @Override
    public Optional<String> note() {
        return value(NOTE, configured.note());
    }

    @Override
    public String currencies() {
        return stored.plain(PROVIDER, CURRENCIES).orElseGet(configured::currencies);
    }

    @Override
    public URI paymentsUrl() {
        return configured.paymentsUrl();
    }
}
