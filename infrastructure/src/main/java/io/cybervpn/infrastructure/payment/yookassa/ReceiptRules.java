package io.cybervpn.infrastructure.payment.yookassa;

import java.util.Optional;

/**
 * What staff set of YooKassa's receipts.
 *
 * @param on whether payments get them from now on
 * @param vatCode 1 to 12; 1 is without VAT
 * @param taxSystem 1 to 6
 * @param subject what is sold, such as {@code service}
 * @param mode how it is paid, such as {@code full_payment}
 * @param contact whom receipts go to of who has no e-mail address here: an address, or a phone
 *     number
 */
record ReceiptRules(
        boolean on,
        int vatCode,
        Optional<Integer> taxSystem,
        String subject,
        String mode,
        Optional<String> contact) {}
