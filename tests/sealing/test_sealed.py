"""A sealed field: plain to the product, sealed in the database; `reseal` brings all to the newest key."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Q

from tongxin.core.resealing import reseal, unsealed
from tongxin.core.sealed import sealed_fields
from tongxin.core.sealing import Unopened, is_sealed, new_key
from tongxin.notices.models import Robot

pytestmark = pytest.mark.django_db
ADDRESS = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1"


@pytest.fixture
def robot(cast):
    """A robot with an address and without a secret."""
    return Robot.objects.create(unit=cast.union, kind="wecom", name="群", address=ADDRESS)


def raw(robot: Robot) -> tuple[str, str]:
    """What lies in the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT address, secret FROM notices_robot WHERE id = %s", [robot.pk])
        return cursor.fetchone()


def test_the_database_holds_it_sealed_and_the_product_reads_it(robot):
    address, secret = raw(robot)
    assert is_sealed(address)
    assert (secret, Robot.objects.get(pk=robot.pk).address) == ("", ADDRESS)
    assert Robot.objects.filter(secret="").exclude(address="").get() == robot


def test_it_cannot_be_searched(robot):
    with pytest.raises(TypeError):
        Robot.objects.filter(address=ADDRESS).exists()
    with pytest.raises(TypeError):
        Robot.objects.filter(Q(("address__contains", "weixin"))).exists()


def test_another_keys_text_is_told_and_not_shown(robot, settings):
    settings.SEALING_KEYS = [new_key()]
    with pytest.raises(Unopened):
        Robot.objects.get(pk=robot.pk)


def test_what_was_moved_to_another_field_does_not_open(robot):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE notices_robot SET secret = address WHERE id = %s", [robot.pk])
    with pytest.raises(Unopened):
        Robot.objects.get(pk=robot.pk)


def test_what_was_there_before_is_read_and_sealed_with_the_newest_key(robot, settings):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE notices_robot SET secret = %s WHERE id = %s", ["SEC1", robot.pk])
    assert (Robot.objects.get(pk=robot.pk).secret, unsealed()) == ("SEC1", 1)
    settings.SEALING_KEYS = [new_key(), *settings.SEALING_KEYS]
    assert (reseal(), unsealed(), reseal()) == (2, 0, 0)
    settings.SEALING_KEYS = settings.SEALING_KEYS[:1]
    found = Robot.objects.get(pk=robot.pk)
    assert (found.address, found.secret) == (ADDRESS, "SEC1")


def test_every_sealed_field_is_known():
    assert {"notices.robot.address", "mobilisation.answer.where"} <= {field.context for field in sealed_fields()}
