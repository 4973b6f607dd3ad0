package io.cybervpn.domain.catalogue.model;

/**
 * All that staff may edit of a product.
 *
 * @param code unique among products, shaped as {@link PlanContent#CODE}
 * @param active whether customers see and buy its plans
 * @param sortOrder plans of products with smaller ones come first
 */
public record ProductContent(
        String code, LocalisedText name, LocalisedText description, boolean active, int sortOrder) {
    /** Refuses a malformed code. */
    public ProductContent {
        if (!code.matches(PlanContent.CODE)) {
            throw new IllegalArgumentException("not a code: " + code);
        }
    }
}
