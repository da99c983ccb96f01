"""The categories and groups that every installation begins with: the ones of the 2020 summary."""

from django.db import migrations

CATEGORIES = (
    ("wen", "文化教育", "Culture and education", "文", "wen", "教职工文化教育类活动", True),
    ("jie", "节日集体", "Festivals and community", "节", "jie", "节日集体活动类", True),
    ("ti", "体育竞赛", "Sports and contests", "体", "ti", "体育培训及竞赛类活动", True),
    ("huai", "关怀慰问", "Care and visits", "怀", "huai", "职工关怀慰问类活动", True),
    ("tuan", "单位团建", "Unit outings", "团", "tuan", "单位团建", False),
)
GROUPS = (
    ("culture", "教职工教育文化提升", "Education and culture for staff"),
    ("tradition", "学校传统重大活动", "The school's traditional events"),
    ("health", "健康体育素养活动", "Health and fitness"),
)


def fill(apps, schema_editor):
    Category, Group = apps.get_model("activities", "Category"), apps.get_model("activities", "Group")
    for order, (code, name, name_en, seal, tone, printed, counted) in enumerate(CATEGORIES, 1):
        values = {"name": name, "name_en": name_en, "seal": seal, "tone": tone, "printed": printed}
        Category.objects.get_or_create(code=code, defaults={**values, "counted": counted, "order": order})
    for order, (code, name, name_en) in enumerate(GROUPS, 1):
        Group.objects.get_or_create(code=code, defaults={"name": name, "name_en": name_en, "order": order})


class Migration(migrations.Migration):
    dependencies = [("activities", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
