package io.cybervpn.presentation.payment.rest;

import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that was seen on the shop's account.
 *
 * @param reference what the payer wrote into its purpose, in any spelling; null if there is none of
 *     ours: its money is then kept apart
 * @param amount what came, more than zero
 * @param bankReference the bank's own id of it, 3 to 100 printable characters: the same transfer is
 *     recorded once
 * @param arrivedAt when the bank took it; not in the future, at most 400 days ago
 */
@Schema(name = "BankTransferRequest")
public record TransferRequestJson(
        @Schema(nullable = true, examples = "CV-7K3M-9QXZ-0A1B") @Nullable String reference,
        @Schema(required = true) @Nullable MoneyJson amount,
        @Schema(required = true, examples = "20260131-000417") @Nullable String bankReference,
        @Schema(required = true) @Nullable Instant arrivedAt) {
    private static final Pattern BANK_REFERENCE = Pattern.compile("[!-~][ -~]{1,98}[!-~]");

    Optional<String> referenceIfAny() {
        return Optional.ofNullable(reference).filter(text -> !text.isBlank());
    }

    Money money() {
        return Optional.ofNullable(amount)
                .filter(json -> json.amount() != null && json.currency() != null)
                .flatMap(MoneyJson::toMoney)
                .filter(money -> !money.isZero())
                .orElseThrow(() -> invalid("/amount", "More than zero, exact in its currency."));
    }

    Instant arrival() {
        return Optional.ofNullable(arrivedAt)
                .orElseThrow(() -> invalid("/arrivedAt", "When did the bank take it?"));
    }

    String bank() {
        return bankReference(bankReference);
    }

    /** What a bank may call a transfer; 400 for anything else. */
    static String bankReference(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(word -> BANK_REFERENCE.matcher(word).matches())
                .orElseThrow(() -> invalid("/bankReference", "3 to 100 printable characters."));
    }

    private static RuntimeException invalid(String pointer, String message) {
        return Problem.invalid(pointer, "invalid", message).asException();
    }
}
