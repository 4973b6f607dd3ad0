/** Periods, policies and wishes of renewal. Private to the context. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.renewal.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
