package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.ListInvoices;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.QueryTime;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which invoices are wanted; what is not given does not matter. */
public final class InvoiceFilterParams {
    private static final int NUMBER_LENGTH_MAX = 60;
    private static final int CHOICES_MAX = 20;

    @Parameter(description = "pending, paid or cancelled; repeat for any of them")
    @QueryParam("status")
    @Size(max = CHOICES_MAX)
    List<String> status = List.of();

    @Parameter(description = "draft, open, paid, void or uncollectible; repeat for any of them")
    @QueryParam("state")
    @Size(max = CHOICES_MAX)
    List<String> state = List.of();

    @Parameter(description = "The whole number")
    @QueryParam("number")
    @Size(max = NUMBER_LENGTH_MAX)
    @Nullable String number;

    @Parameter(description = "Finalised then or later")
    @QueryParam("issuedFrom")
    @Schema(implementation = Instant.class)
    @Nullable String issuedFrom;

    @Parameter(description = "Finalised earlier")
    @QueryParam("issuedTo")
    @Schema(implementation = Instant.class)
    @Nullable String issuedTo;

    ListInvoices.Wish wish(Optional<AccountId> account) {
        requireKnown("/status", status, InvoiceStatus::simple);
        requireKnown("/state", state, InvoiceStatus::code);
        if (number != null && number.indexOf('\0') >= 0) {
            throw Problem.invalid("/number", "invalid", "There is no such number.").asException();
        }
        return new ListInvoices.Wish(
                account,
                Stream.of(InvoiceStatus.values())
                        .filter(one -> status.isEmpty() || status.contains(one.simple()))
                        .filter(one -> state.isEmpty() || state.contains(one.code()))
                        .collect(Collectors.toSet()),
                QueryTime.read("issuedFrom", issuedFrom),
                QueryTime.read("issuedTo", issuedTo),
                Optional.ofNullable(number));
    }

    private static void requireKnown(
            String pointer, List<String> wished, Function<InvoiceStatus, String> name) {
        Set<String> known = Stream.of(InvoiceStatus.values()).map(name).collect(Collectors.toSet());
        if (!known.containsAll(wished)) {
            throw Problem.invalid(pointer, "unknown", "One of " + known + ".").asException();
        }
    }
}
