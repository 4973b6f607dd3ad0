/** Wishes, and what becomes of them. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.approval.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
