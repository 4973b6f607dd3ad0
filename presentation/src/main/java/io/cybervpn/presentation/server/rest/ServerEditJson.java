package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.EditServer;
import io.cybervpn.application.server.EditServer.Spot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shall be other; what is absent or null stays.
 *
 * @param version the one that was seen
 * @param name for customers; empty text: the panel's
 * @param capacityUsers how many find room; 0: nobody says
 * @param place where it is
 * @param placedByItself true: where configuration or its country say, instead of a place
 */
@Schema(name = "ServerEdit")
record ServerEditJson(
        @Min(0) long version,
        @Schema(nullable = true) @Nullable @Size(max = 60) String name,
        @Schema(nullable = true) @Nullable @Min(-1_000_000) @Max(1_000_000) Integer position,
        @Schema(nullable = true) @Nullable Boolean hidden,
        @Schema(nullable = true) @Nullable @Min(0) @Max(1_000_000_000) Long capacityUsers,
        @Schema(nullable = true) @Nullable @Valid PlaceJson place,
        @Schema(nullable = true) @Nullable Boolean placedByItself) {

    EditServer.Edit toEdit() {
        Optional<Spot> automatic =
                Optional.ofNullable(placedByItself)
                        .filter(Boolean::booleanValue)
                        .map(_ -> new Spot.Automatic());
        return new EditServer.Edit(
                Optional.ofNullable(name).map(text -> text.replace("\0", "")),
                Optional.ofNullable(position),
                Optional.ofNullable(hidden),
                Optional.ofNullable(capacityUsers),
                automatic.or(
                        () -> Optional.ofNullable(place).map(one -> new Spot.At(one.toPlace()))));
    }
}
