/** Where wishes are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.approval.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
