/** Where periods, policies and wishes are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.renewal.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
