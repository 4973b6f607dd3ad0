package io.cybervpn.presentation.shared.rest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that is dangerous: without {@code X-Reason} of 3 characters or more it
 * answers 400 {@code reason_required}. The reason goes to the audit trail by itself.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ReasonRequired {}
