package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.PaymentFilter;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.presentation.shared.rest.IdCursor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.QueryTime;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which payments are wanted; what is not given does not matter. */
public final class PaymentFilterParams {
    private static final int TEXT_LENGTH_MAX = 200;
    private static final int CHOICES_MAX = 20;

    @Parameter(
            description =
                    "created, unknown, pending, captured, flagged, expired or failed; repeat for any"
                            + " of them")
    @QueryParam("state")
    @Size(max = CHOICES_MAX)
    List<String> state = List.of();

    @Parameter(description = "Such as yookassa; repeat for any of them")
    @QueryParam("provider")
    @Size(max = CHOICES_MAX)
    List<String> provider = List.of();

    @Parameter(description = "Who pays")
    @QueryParam("accountId")
    @Nullable UUID accountId;

    @Parameter(
            description =
                    "The whole id of a payment, of an order or of who pays, or the whole reference"
                            + " that the provider gave")
    @QueryParam("q")
    @Size(max = TEXT_LENGTH_MAX)
    @Nullable String q;

    @Parameter(description = "Made then or later")
    @QueryParam("createdFrom")
    @Schema(implementation = Instant.class)
    @Nullable String createdFrom;

    @Parameter(description = "Made earlier")
    @QueryParam("createdTo")
    @Schema(implementation = Instant.class)
    @Nullable String createdTo;

    @Parameter(description = "nextCursor of the page before, instead of a page number")
    @QueryParam("cursor")
    @Nullable String cursor;

    PaymentFilter filter(PageParams page) {
        if (!PaymentFilter.STATES.containsAll(state)) {
            throw Problem.invalid(
                            "/state", "unknown", "A state is one of " + PaymentFilter.STATES + ".")
                    .asException();
        }
        if (Stream.concat(Stream.ofNullable(q), provider.stream())
                .anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw Problem.invalid("/q", "invalid", "There is no such text.").asException();
        }
        if (cursor != null && page.toRequest().number() > 0) {
            throw Problem.invalid(
                            "/cursor", "invalid", "A page has a number or a cursor, not both.")
                    .asException();
        }
        return new PaymentFilter(
                Set.copyOf(state),
                Set.copyOf(provider),
                Optional.ofNullable(accountId).map(AccountId::new),
                Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty()),
                QueryTime.read("createdFrom", createdFrom),
                QueryTime.read("createdTo", createdTo),
                Optional.ofNullable(cursor).map(IdCursor::read).map(PaymentId::new));
    }
}
