package io.cybervpn.application.payment.port;

import java.util.Optional;

/** The bank account that customers send money to. */
public interface TransferAccount {
    /** The name of the provider whose payments are bank transfers. */
    String PROVIDER = "manual";

    /** As it is set now; empty where the shop takes no transfers. */
    Optional<Details> details();

    /**
     * What a payer has to know, beside amount and reference.
     *
     * @param account number, IBAN, or what the bank calls it
     * @param note anything else that he must know, in the shop's own words
     */
    record Details(
            String recipient,
            String account,
            Optional<String> bank,
            Optional<String> bankCode,
            Optional<String> note) {}
}
