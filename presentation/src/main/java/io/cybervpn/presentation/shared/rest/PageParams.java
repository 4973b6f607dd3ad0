package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The paging of every list: {@code ?page=0&size=25&count=true}. Take it as a
 * {@code @Valid @BeanParam}.
 */
public final class PageParams {
    @QueryParam("page")
    @DefaultValue("0")
    @Min(0)
    @Max(1_000_000)
    int page;

    @QueryParam("size")
    @DefaultValue("25")
    @Min(1)
    @Max(Page.Request.SIZE_MAX)
    int size;

    @QueryParam("count")
    @DefaultValue("true")
    @Schema(type = SchemaType.BOOLEAN, defaultValue = "true")
    Flag count = new Flag(true);

    /** For a use case. */
    public Page.Request toRequest() {
        return new Page.Request(page, size, count.on());
    }
}
