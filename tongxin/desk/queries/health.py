"""What the doctor looks at."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPException
from typing import Literal

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count
from django.utils.translation import gettext as _

from tongxin import __version__
from tongxin.audit.queries.chain import verify
from tongxin.core import clock
from tongxin.core.papers.fonts import font_folders
from tongxin.core.resealing import unsealed
from tongxin.core.sealed import sealed_fields
from tongxin.notices.models import Parcel
from tongxin.org.models import Unit

State = Literal["ok", "warn", "bad"]
LEAST_DISK = 2 * 1024**3
LATE = timedelta(hours=1)
MAIL_PATIENCE = 5


@dataclass(frozen=True)
class Check:
    """One thing looked at: `state` ok, warn (works, but) or bad (mend it)."""

    name: str
    state: State
    words: str


def examine() -> list[Check]:
    """Look at everything; a check that fails itself is bad and does not hide the others."""
    looks: tuple[Callable[[], Check], ...] = (
        _version,
        _data,
        _database,
        _migrations,
        _static,
        _unions,
        _chain,
        _sealing,
        _fonts,
        _mail,
        _outbox,
        _safety,
    )
    return [_look(look) for look in looks]


def _look(look: Callable[[], Check]) -> Check:
    try:
        return look()
    except Exception as fault:
        return Check(
            look.__name__.strip("_"), "bad", str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        )


def _version() -> Check:
    return Check(_("版本"), "ok", _("%(version)s，演示") % {"version": __version__} if settings.DEMO else __version__)


def _data() -> Check:
    free = shutil.disk_usage(settings.DATA).free
    words = _("%(folder)s，还剩%(free)s GB") % {"folder": settings.DATA, "free": free // 1024**3}
    return Check(_("数据文件夹"), "ok" if free > LEAST_DISK else "warn", words)


def _sealing() -> Check:
    """The newest row of each sealed field is opened."""
    opened = 0
    for field in sealed_fields():
        rows = field.model._base_manager.exclude(**{field.attname: ""}).order_by("-pk")
        opened += len(list(rows.values_list(field.attname, flat=True)[:1]))
    old = unsealed()
    if old:
        return Check(_("封存的内容"), "warn", _("%(n)s条还没用现在的密钥封存，运行 tongxin reseal。") % {"n": old})
    return Check(_("封存的内容"), "ok", _("都打得开，密钥在数据文件夹里，和备份分开放。"))


def _database() -> Check:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA quick_check")
            answer = cursor.fetchone()[0]
            return Check(
                _("数据库"),
                "ok" if answer == "ok" else "bad",
                f"SQLite {settings.DATABASES['default']['NAME']}: {answer}",
            )
        cursor.execute("SHOW server_version")
        return Check(_("数据库"), "ok", f"PostgreSQL {cursor.fetchone()[0]}")


def _migrations() -> Check:
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    words = _("已是这一版") if not waiting else _("还差%(number)s步，运行 tongxin upgrade") % {"number": waiting}
    return Check(_("数据库结构"), "bad" if waiting else "ok", words)


def _static() -> Check:
    there = (settings.STATIC_ROOT / "ui/build").is_dir()
    return Check(_("页面文件"), "ok" if there else "bad", _("齐了") if there else _("还没放好，运行 tongxin upgrade"))


def _unions() -> Check:
    unions = Unit.objects.filter(kind=Unit.Kind.UNION).count()
    words = _("%(number)s个") % {"number": unions} if unions else _("还没有，运行 tongxin init")
    return Check(_("工会"), "ok" if unions else "warn", words)


def _chain() -> Check:
    state = verify()
    facts = {"batches": state.batches, "sealed": state.sealed, "waiting": state.waiting, "head": state.head[:16]}
    words = _("%(batches)s批%(sealed)s条已封存，%(waiting)s条待封，末尾 %(head)s") % facts
    if state.broken:
        return Check(_("操作记录"), "bad", "; ".join(state.broken[:3]))
    return Check(_("操作记录"), "ok", words)


def _fonts() -> Check:
    folders = font_folders()
    return Check(
        _("公文字体"), "ok" if folders else "warn", ", ".join(str(folder) for folder in folders) or _("没有找到")
    )


def _mail() -> Check:
    if settings.DEMO:
        return Check(_("邮件"), "ok", _("演示里什么都不往外发"))
    if not settings.MAIL:
        return Check(_("邮件"), "warn", _("没有设 TONGXIN_MAIL，通知只在站内看得到"))
    words = {"host": settings.EMAIL_HOST, "port": settings.EMAIL_PORT}
    try:
        server = get_connection(timeout=MAIL_PATIENCE)
        server.open()
        server.close()
    except (OSError, SMTPException) as fault:
        return Check(
            _("邮件"), "bad", _("%(host)s:%(port)s 连不上：%(fault)s") % {**words, "fault": type(fault).__name__}
        )
    return Check(_("邮件"), "ok", _("%(host)s:%(port)s 连得上") % words)


def _outbox() -> Check:
    """What failed or is unclear needs a person; what waits long says that no worker runs."""
    tallied = dict(Parcel.objects.order_by().values_list("state").annotate(number=Count("pk")))
    stuck = sum(tallied.get(state, 0) for state in (Parcel.State.FAILED, Parcel.State.UNCLEAR))
    late = Parcel.objects.filter(state=Parcel.State.WAITING, due_at__lt=clock.now() - LATE).count()
    words = _("%(late)s件等了一小时以上，%(stuck)s件没发出去或不确定") % {"late": late, "stuck": stuck}
    return Check(_("往外发的"), "warn" if late or stuck else "ok", words if late or stuck else _("没有积下的"))


def _safety() -> Check:
    if settings.DEBUG:
        return Check(_("安全"), "bad", _("TONGXIN_DEBUG 开着，正式使用要关掉"))
    words = _("只走 https") if settings.SECURE else _("没有要求 https（TONGXIN_HTTPS），只在本机用可以")
    return Check(_("安全"), "ok" if settings.SECURE else "warn", words)
