package io.cybervpn.infrastructure.payment.yookassa;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How to reach YooKassa, and who it is. Without shop and key the provider is off. */
@ConfigMapping(prefix = "cybervpn.yookassa")
interface YooKassaSettings {
    /** Base URL; the same for test shops. */
    @WithDefault("https://api.yookassa.ru")
    URI url();

    /** The shop's number. */
    Optional<String> shopId();

    /** The secret key; one that begins with {@code test_} is of a test shop. */
    Optional<String> secretKey();

    /** Where customers come back to after paying. */
    @WithDefault("${cybervpn.public-url}")
    URI returnUrl();

    /** Where its pushes come from, as published. */
    @WithDefault(
            "185.71.76.0/27,185.71.77.0/27,77.75.153.0/25,77.75.154.128/25,77.75.156.11,"
                    + "77.75.156.35,2a02:5180::/32")
    List<String> networks();

    /** Whether rouble payments get fiscal receipts of YooKassa: {@code on} or {@code off}. */
    @WithDefault("off")
    String receipts();

    /** The rate of VAT of what is sold, 1 to 12; 1 is none. */
    @WithDefault("1")
    int receiptVatCode();

    /** The seller's tax system, 1 to 6; to be said where he has several. */
    Optional<Integer> receiptTaxSystem();

    /** What is sold. */
    @WithDefault("service")
    String receiptSubject();

    /** How it is paid. */
    @WithDefault("full_payment")
    String receiptMode();

    /** Where receipts go of who has no e-mail address: an address, or a phone number in digits. */
    Optional<String> receiptContact();

    /** All of the receipts' settings. */
    default ReceiptRules receiptRules() {
        return new ReceiptRules(
                receipts().equals("on"),
                receiptVatCode(),
                receiptTaxSystem(),
                receiptSubject(),
                receiptMode(),
                receiptContact().filter(contact -> !contact.isBlank()));
    }

    /** Shop and key, if both are given. */
    default Optional<Credentials> credentials() {
        return shopId().filter(shop -> !shop.isBlank())
                .flatMap(
                        shop ->
                                secretKey()
                                        .filter(key -> !key.isBlank())
                                        .map(key -> new Credentials(shop, key)));
    }

    /** Who we are. */
    record Credentials(String shop, String key) {
        boolean isTest() {
            return key.startsWith("test_");
        }
    }
}
